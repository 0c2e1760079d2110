"""The peer of `lasco bench`: the same mathematics as a PyTorch programmer writes it, on Debian's python3-torch.

Reads a request a line from standard input, {"benchmark": NAME, "iterations": N, "input": FILE or null}, and answers each with a line
{"seconds": [wall clock of each iteration], "cpu": seconds of all threads, "check": [figures that both sides must agree on]}.
The first line it writes names its libtorch and its threads.
"""

import functools
import json
import resource
import signal
import sys
import time

try:
    import torch
except ImportError as error:
    print(json.dumps({"error": f"{error} (Debian: apt-get install python3-torch)"}), flush=True)
    sys.exit(2)

import torch.nn.functional as F
from torch import nn


# --- BLIP and CASE. B images or texts, N image tokens, L text tokens, C width, H heads. ---


class VisionAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.scale = (width // heads) ** -0.5
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        B, N, C = x.shape
        q, k, v = self.qkv(x).reshape(B, N, 3, self.heads, C // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        attention = ((q @ k.transpose(-2, -1)) * self.scale).softmax(dim=-1)  # [B, H, N, N]
        return self.proj((attention @ v).transpose(1, 2).reshape(B, N, C))


class Mlp(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class VisionBlock(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.attn = VisionAttention(width, heads)
        self.norm2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = Mlp(width)

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class PatchEmbed(nn.Module):
    def __init__(self, patch, width):
        super().__init__()
        self.proj = nn.Conv2d(3, width, kernel_size=patch, stride=patch)

    def forward(self, pixels):
        return self.proj(pixels).flatten(2).transpose(1, 2)  # [B, patches, C]


class VisionTransformer(nn.Module):
    def __init__(self, image, patch, width, depth, heads):
        super().__init__()
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, (image // patch) ** 2 + 1, width))
        self.patch_embed = PatchEmbed(patch, width)
        self.blocks = nn.ModuleList(VisionBlock(width, heads) for _ in range(depth))
        self.norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, pixels):
        patches = self.patch_embed(pixels)
        x = torch.cat([self.cls_token.expand(patches.shape[0], -1, -1), patches], dim=1) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        return self.norm(x)  # [B, N, C]


class BertEmbeddings(nn.Module):
    def __init__(self, vocabulary, positions, width):
        super().__init__()
        self.word_embeddings = nn.Embedding(vocabulary, width)
        self.position_embeddings = nn.Embedding(positions, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, ids):
        positions = torch.arange(ids.shape[1])
        return self.LayerNorm(self.word_embeddings(ids) + self.position_embeddings(positions))


class BertSelfAttention(nn.Module):
    def __init__(self, width, context_width, heads):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(context_width, width)
        self.value = nn.Linear(context_width, width)

    def split(self, x):
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)  # [B, H, L, C / H]

    def forward(self, x, context, bias):
        q, k, v = self.split(self.query(x)), self.split(self.key(context)), self.split(self.value(context))
        scores = (q @ k.transpose(-2, -1)) / q.shape[-1] ** 0.5
        if bias is not None:
            scores = scores + bias
        return (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(x.shape)


class BertOutput(nn.Module):
    def __init__(self, input_width, width):
        super().__init__()
        self.dense = nn.Linear(input_width, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, residual):
        return self.LayerNorm(self.dense(x) + residual)


class BertAttention(nn.Module):
    def __init__(self, width, context_width, heads):
        super().__init__()
        self.self = BertSelfAttention(width, context_width, heads)
        self.output = BertOutput(width, width)

    def forward(self, x, context, bias):
        return self.output(self.self(x, context, bias), x)


class BertIntermediate(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.dense = nn.Linear(width, inner)

    def forward(self, x):
        return F.gelu(self.dense(x))


class BertLayer(nn.Module):
    def __init__(self, width, vision_width, heads, inner):
        super().__init__()
        self.attention = BertAttention(width, width, heads)
        self.crossattention = BertAttention(width, vision_width, heads)
        self.intermediate = BertIntermediate(width, inner)
        self.output = BertOutput(inner, width)

    def forward(self, queries, x, bias, image_tokens):
        y = self.attention(queries, x, bias)
        y = self.crossattention(y, image_tokens, None)
        return self.output(self.intermediate(y), y)


class BertEncoder(nn.Module):
    def __init__(self, depth, *sizes):
        super().__init__()
        self.layer = nn.ModuleList(BertLayer(*sizes) for _ in range(depth))


class ShiftEncoder(nn.Module):
    def __init__(self, vocabulary, positions, width, vision_width, depth, heads, inner):
        super().__init__()
        self.embeddings = BertEmbeddings(vocabulary, positions, width)
        self.encoder = BertEncoder(depth, width, vision_width, heads, inner)

    def forward(self, ids, mask, image_tokens, first_row):
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        x = self.embeddings(ids)
        for layer in self.encoder.layer[:-1]:
            x = layer(x, x, bias, image_tokens)
        # BLIP's code computes every row of the last layer; only the first is used.
        queries = x[:, :1] if first_row else x
        return self.encoder.layer[-1](queries, x, bias, image_tokens)[:, 0]


class Case(nn.Module):
    """The sizes of the mini world's model."""

    def __init__(self, image=64, patch=16, width=96, depth=3, heads=4, inner=384, vocabulary=513, positions=64, dimension=64):
        super().__init__()
        self.visual_encoder = VisionTransformer(image, patch, width, depth, heads)
        self.text_encoder = ShiftEncoder(vocabulary, positions, width, width, depth, heads, inner)
        self.vision_proj = nn.Linear(width, dimension)
        self.text_proj = nn.Linear(width, dimension)

    def forward(self, pixels, ids, mask, first_row):
        tokens = self.visual_encoder(pixels)
        images = F.normalize(self.vision_proj(tokens[:, 0]), dim=-1)
        queries = F.normalize(self.text_proj(self.text_encoder(ids, mask, tokens, first_row)), dim=-1)
        return images, queries


def recall_surrogate(queries, targets, ks=(1, 2, 4, 8, 16), rank_temperature=0.05, recall_temperature=16.0):
    similarity = queries @ targets.t()
    above = ((similarity - similarity.diagonal()[:, None]) / rank_temperature).clamp(-50, 50).sigmoid()
    rank = above.sum(dim=1) + 0.5  # the diagonal holds ½
    recall = ((torch.tensor(ks) - rank[:, None]) / recall_temperature).clamp(-50, 50).sigmoid()
    return 1 - recall.mean()


# --- The benchmarks. Each is a generator: what comes before the first yield is its set-up, and what it yields is a check. ---


def seeded(module):
    """Weights that depend on their names and shapes alone: normal × 0.02, and 1 where a norm scales."""
    torch.manual_seed(0)
    with torch.no_grad():
        for name, weight in sorted(module.named_parameters()):
            if weight.dim() == 1 and name.endswith(".weight"):
                weight.fill_(1)
            else:
                weight.copy_(torch.randn(weight.shape) * 0.02)
    return module


def training_step(first_row):
    model = seeded(Case())
    batch, length, reverse_token = 128, 17, 512
    torch.manual_seed(1)
    pixels = torch.randn(2 * batch, 3, 64, 64)
    ids = torch.randint(5, 500, (2 * batch, length))
    mask = torch.ones_like(ids)
    ids[:batch, -1] = 0  # a query has 16 tokens, a reverse query [REV] as well
    mask[:batch, -1] = 0
    ids[batch:, 1] = reverse_token
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.05)
    yield
    while True:
        optimizer.zero_grad(set_to_none=True)
        images, queries = model(pixels, ids, mask, first_row)
        loss = recall_surrogate(queries[:batch], images[batch:]) + recall_surrogate(queries[batch:], images[:batch])
        loss.backward()
        optimizer.step()
        yield loss.item()


@functools.lru_cache(None)
def vit_b16():
    return seeded(VisionTransformer(384, 16, 768, 12, 12)).eval()


def vision_forward(batch):
    model = vit_b16()
    torch.manual_seed(1)
    pixels = torch.randn(batch, 3, 384, 384)
    yield
    with torch.inference_mode():
        while True:
            yield model(pixels)[:, 0, :384].square().mean().item()


@functools.lru_cache(None)
def unit_vectors():
    torch.manual_seed(0)
    queries = F.normalize(torch.randn(30037, 256))
    gallery = F.normalize(torch.randn(39826, 256))
    targets = torch.randint(0, 39826, (30037,))
    return queries, gallery, targets


def matrix_product(block=512):
    """Every score and nothing else, into one buffer."""
    queries, gallery, _ = unit_vectors()
    scores = torch.empty(block, len(gallery))
    yield
    with torch.inference_mode():
        while True:
            for part in queries.split(block):
                torch.mm(part, gallery.t(), out=scores[: len(part)])
            yield


def argsort_ranks(count=256):
    """Ranks of the first queries by sorting the whole gallery for each, as the published evaluations do."""
    queries, gallery, targets = unit_vectors()
    yield
    with torch.inference_mode():
        while True:
            order = (queries[:count] @ gallery.t()).argsort(dim=-1, descending=True)
            ranks = (order == targets[:count, None]).nonzero()[:, 1] + 1
            yield ranks.double().mean().item()


def small_product(calls=1000):
    a, b = torch.ones(4, 4), torch.ones(4, 4)
    yield
    while True:
        for _ in range(calls):
            c = torch.matmul(a, b)
        yield c[0, 0].item()


def json_load(path):
    yield
    while True:
        with open(path) as file:
            triplets = json.load(file)
        yield len(triplets)
        del triplets


BENCHMARKS = {
    "step": lambda _: training_step(first_row=False),
    "step-first-row": lambda _: training_step(first_row=True),
    "vit-1": lambda _: vision_forward(1),
    "vit-4": lambda _: vision_forward(4),
    "product": lambda _: matrix_product(),
    "argsort": lambda _: argsort_ranks(),
    "call": lambda _: small_product(),
    "json": json_load,
}


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def measure(run, iterations):
    seconds, check = [], []
    before = cpu_seconds()
    for _ in range(iterations):
        start = time.perf_counter()
        check.append(next(run))
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds, "cpu": cpu_seconds() - before, "check": [figure for figure in check if figure is not None]}


def main(threads):
    torch.set_num_threads(threads)
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the other side's to handle
    running = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["benchmark"]
        if name not in running:
            running[name] = BENCHMARKS[name](request["input"])
            next(running[name])
        print(json.dumps(measure(running[name], request["iterations"])), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
