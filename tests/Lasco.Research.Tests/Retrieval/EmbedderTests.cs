using Lasco.Research.Imaging;
using Lasco.Research.Retrieval;
using Lasco.Research.Text;
using TorchSharp;

namespace Lasco.Research.Tests.Retrieval;

[Collection(nameof(MiniSetup))]
public class EmbedderTests(MiniSetup setup)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Queries_equal_those_embedded_one_by_one(bool reverse)
    {
        using var model = setup.Model();
        var split = setup.Split("lasco", "val");
        (string Image, string Text)[] queries = [.. split.Triplets.Take(12).Select(triplet => (split.Images[reverse ? triplet.Target : triplet.Query].Path, triplet.Text))];

        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var embedder = new Embedder(model);
        var embedded = reverse ? embedder.ReverseQueries(queries) : embedder.Queries(queries);
        for (int i = 0; i < queries.Length; i++)
        {
            var (image, text) = queries[i];
            var sequence = reverse ? model.Tokenizer.ReverseQuery(text) : model.Tokenizer.Query(text);
            var (ids, mask) = TokenBatch.Pad([sequence], model.Tokenizer.PadId).ToTensors(torch.CPU);
            var pixels = PixelTensor.From([model.Preprocessing.Fit(ImageFile.Read(image))], model.Preprocessing, torch.CPU);
            float[] alone = model.Case.QueryEmbedding(model.Case.ImageTokens(pixels), ids, mask).data<float>().ToArray();
            float[] row = embedded[i].data<float>().ToArray();
            Assert.All(alone.Zip(row), pair => Assert.Equal(pair.First, pair.Second, 5f * 1e-5f));
        }
    }
}
