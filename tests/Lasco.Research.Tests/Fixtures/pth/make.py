"""Makes the archives of this folder, and expected.json with what is in them. Run with PyTorch 1.13 or later."""
import argparse
import collections
import json
import os
import pathlib
import zipfile

import torch

here = pathlib.Path(__file__).parent
expected = {}


def describe(tensor):
    tensor = tensor.detach()
    values = tensor.contiguous().reshape(-1)
    values = values.tolist() if tensor.dtype in (torch.int64, torch.bool) else values.double().tolist()
    return {"dtype": str(tensor.dtype), "shape": list(tensor.shape), "stride": list(tensor.stride()), "values": [float(v) for v in values]}


def flatten(value, path=()):
    if isinstance(value, torch.Tensor):
        yield ".".join(path), describe(value)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from flatten(child, (*path, str(key)))
    elif isinstance(value, (list, tuple)):
        for index, child in enumerate(value):
            yield from flatten(child, (*path, str(index)))


def good(name, value, **options):
    torch.save(value, here / name, **options)
    expected[name] = dict(flatten(value))


def hostile(name, value):
    torch.save(value, here / name)


torch.manual_seed(0)
base = torch.randn(3, 5)

good("dtypes.pth", {str(dtype).removeprefix("torch."): (torch.arange(6).reshape(2, 3) - (0 if dtype == torch.uint8 else 3)).to(dtype) for dtype in (
    torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.bool)})
good("layouts.pth", {
    "scalar": torch.tensor(2.5), "empty": torch.empty(0, 3), "integer": torch.tensor(7),
    "whole": base, "transposed": base.t(), "row": base[1], "column": base[:, 2], "block": base[1:, 1:4], "steps": base[::2, ::2],
    "expanded": base[0, :1].expand(4), "expanded_rows": base[0].expand(2, 5), "channels_last": torch.randn(1, 2, 3, 4).to(memory_format=torch.channels_last),
    "parameter": torch.nn.Parameter(base * 2), "frozen": torch.nn.Parameter(base[0].clone(), requires_grad=False)})
shared = torch.ones(2)
good("leaves.pth", {
    "number": 3, "negative": -5, "big": 2**70, "real": 0.1, "text": "größe", "flag": True, "nothing": None, "bytes_size": torch.Size([2, 3]), "dtype": torch.float16,
    "device": torch.device("cuda", 1), "list": [1, "two", [3.0, torch.arange(3)]], "tuple": (torch.zeros(1), 4), "nested": {"deep": {"deeper": shared}, 5: shared},
    "same": shared, "ordered": collections.OrderedDict(a=torch.ones(1), b=2)})
linear = torch.nn.Linear(3, 2)
good("linear.pth", linear.state_dict())
optimizer = torch.optim.AdamW(linear.parameters(), lr=0.1)
linear(torch.ones(1, 3)).sum().backward()
optimizer.step()
good("optimizer.pth", {"model": linear.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3})
expected["optimizer.pth"] = dict(flatten(linear.state_dict()))
good("lightning.pth", {"epoch": 1, "state_dict": linear.state_dict(), "lr": 1e-4})
expected["lightning.pth"] = dict(flatten(linear.state_dict()))
good("protocol4.pth", {"model": linear.state_dict(), "list": [1] * 3, "bytes": b"abc"}, pickle_protocol=4)
expected["protocol4.pth"] = dict(flatten(linear.state_dict()))
good("protocol5.pth", linear.state_dict(), pickle_protocol=5)
good("tensor.pth", base)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(2, 3)
        self.norm = torch.nn.BatchNorm1d(3)
        self.blocks = torch.nn.Sequential(torch.nn.Linear(3, 1))
        self.scale = torch.nn.Parameter(torch.tensor(0.5))
        self.sizes = [1, 2]
        self.named = {"a": 1.5}

    def forward(self, x):
        return self.blocks(self.norm(self.first(x))) * self.scale + self.sizes[0] + self.named["a"]


net = Net().eval()
torch.jit.save(torch.jit.script(net), str(here / "script.tmp"))
with zipfile.ZipFile(here / "script.tmp") as source, zipfile.ZipFile(here / "script.pt", "w") as target:
    for entry in source.infolist():
        if not entry.filename.endswith(".debug_pkl"):  # names of source files
            target.writestr(entry, source.read(entry))
(here / "script.tmp").unlink()
expected["script.pt"] = dict(flatten(net.state_dict()))


class Runs:
    def __reduce__(self):
        return os.system, ("exit 1",)


hostile("module.pth", net.first)
hostile("system.pth", {"model": {"w": base}, "config": Runs()})
hostile("namespace.pth", {"model": {"w": base}, "args": argparse.Namespace(lr=1)})
hostile("set.pth", {"seen": {1, 2}})
circle = [torch.ones(1)]
circle.append(circle)
hostile("circle.pth", circle)
torch.save(linear.state_dict(), here / "legacy.pth", _use_new_zipfile_serialization=False)
(here / "expected.json").write_text(json.dumps(expected, indent=None, separators=(",", ":")).replace('"},', '"},\n') + "\n")
