using System.Text;
using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class JsonFileTests
{
    private static readonly string Sample = """
        [{"qid":1,"query-image":[5,"train2014/a.jpg"],"query-text":"a \"b\" \u00e9 é 😀","target-image":[6,"val2014/b.jpg"],"é":{"x":[true,null,-1.5e3]}},
         {"target-image":[5,"train2014/a.jpg"],"query-text":"","query-image":[8,"train2014/c.jpg"],"qid":2}]
        """;

    [Fact]
    public void Every_truncation_is_one_error_that_says_so()
    {
        using var folder = new AnnotationFolder();
        byte[] whole = Encoding.UTF8.GetBytes(Sample);
        for (int length = 0; length < whole.Length; length++)
        {
            folder.Write("lasco_train.json", whole[..length]);
            Assert.Contains("is it cut short?", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        }
    }

    [Fact]
    public void What_the_file_says_is_shown_short_and_without_control_characters()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", Encoding.UTF8.GetBytes($$"""[{"qid":1,"query-image":[5,"a\u0000\u001b[31m{{new string('x', 3_000_000)}}/../../b.jpg"]}]"""));
        string message = Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message;
        Assert.InRange(message.Length, 20, 2100);
        Assert.DoesNotContain(message, char.IsControl);
        Assert.Contains("lasco_train.json", message);
    }

    [Fact]
    public void Random_damage_is_read_or_refused_and_nothing_else()
    {
        using var folder = new AnnotationFolder();
        byte[] whole = Encoding.UTF8.GetBytes(Sample);
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 1_500; i++)
        {
            byte[] damaged = [.. whole];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            folder.Write("lasco_train.json", damaged);
            try
            {
                CoirSplit split = LaSCo.Read(folder.Root, "train");
                Assert.Equal(2, split.Triplets.Count);
                Assert.All(split.Triplets, triplet => Assert.DoesNotContain('\uFFFD', triplet.Text));
            }
            catch (InputException exception)
            {
                Assert.StartsWith(folder.PathOf("lasco_train.json") + ": line ", exception.Message);
                refused++;
            }
        }

        Assert.InRange(refused, 300, 1_499);
    }

    [Theory]
    [InlineData("\"query-text\":\"a\u00ffb\"", 38)]
    [InlineData("\"other\":\"a\u00ffb\"", 33)]
    [InlineData("\"other\":[{\"x\":\"\u00e9\"}]", 39)]
    [InlineData("\"\u00c3\":1", 25)]
    public void Broken_UTF8_is_refused_even_where_it_is_not_needed(string latin1, int column)
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", Encoding.Latin1.GetBytes($"[{{\"qid\":1,{"",14}{latin1}}}]"));
        Assert.Contains($"line 1, column {column}, triplet 0", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Values_may_lie_across_the_buffers_end(int shift)
    {
        using var folder = new AnnotationFolder();
        var text = new StringBuilder("[").Append(' ', shift);
        string[] texts = [.. Enumerable.Range(0, 9_000).Select(i => i == 4_000 ? new string('é', 300_000) : $"text {i} é\"\\😀\n")];
        for (int i = 0; i < texts.Length; i++)
            text.Append(i == 0 ? "" : ",\n").Append($$"""{"qid":{{i}},"query-image":[{{i}},"a/{{i}}.jpg"],"query-text":{{System.Text.Json.JsonSerializer.Serialize(texts[i])}},"target-image":[{{i / 2}},"a/{{i / 2}}.jpg"]}""");
        folder.Write("lasco_train.json", text.Append(']').ToString());
        CoirSplit split = LaSCo.Read(folder.Root, "train");
        Assert.Equal(texts, split.Triplets.Select(triplet => triplet.Text));
        Assert.Equal(texts[77], split.Triplets[77].Text);
        Assert.Equal(Enumerable.Range(0, texts.Length).Select(i => i / 2), split.Triplets.Select(triplet => triplet.Target));

        folder.Write("lasco_train.json", text.Replace("[6000,", "[6001,").ToString());
        string line = File.ReadLines(folder.PathOf("lasco_train.json")).ElementAt(6001);
        Assert.Contains(
            $"line 6002, column {line.IndexOf("\"a/6001", StringComparison.Ordinal) + 1}, triplet 6001, \"query-image\": expected image 6001 to be 6000.jpg",
            Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
    }

    [Fact]
    public void An_endless_string_is_refused_before_it_fills_the_memory()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", "[{\"x\":\"" + new string('a', 40_000_000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("line 1, column 7, triplet 0: expected values of at most 16777216 bytes", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", "[{\"x\":" + new string('[', 1_000_000));
        Assert.Contains("not JSON", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
    }
}
