using System.Text;
using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

public class SafetensorsFileTests : CheckpointTest
{
    [Fact]
    public void Entries_say_what_the_header_says_in_its_order()
    {
        string path = Temporary("a.safetensors", SafetensorsBytes.File(
            """{"__metadata__":{"format":"pt","größe":"\u00e9\n"},"b":{"dtype":"F16","shape":[2,3],"data_offsets":[4,16]},"a":{"dtype":"I32","shape":[],"data_offsets":[0,4]},"e":{"dtype":"F64","shape":[0,7],"data_offsets":[16,16]}}   """,
            16));

        using var file = SafetensorsFile.Open(path);

        Assert.Equal(["b", "a", "e"], file.Entries.Keys);
        Assert.Equal(("F16", 12L), (file.Entries["b"].Dtype, file.Entries["b"].Length));
        Assert.Equal([2L, 3L], file.Entries["b"].Shape);
        Assert.Empty(file.Entries["a"].Shape);
        Assert.Equal(new Dictionary<string, string> { ["format"] = "pt", ["größe"] = "é\n" }, file.Metadata);
        using var empty = file.Read("e");
        Assert.Equal([0L, 7L], empty.shape);
    }

    [Theory]
    [InlineData("""{}""", 0)]
    [InlineData("""{"__metadata__":null}""", 0)]
    [InlineData("""{"a":{"dtype":"U8","shape":[1,1,1],"data_offsets":[0,1],"later":{"extension":[1,{}]}}}""", 1)]
    [InlineData("""{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]},"b":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[2,5]}}""", 5)]
    [InlineData("""{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"c":{"dtype":"U8","shape":[0],"data_offsets":[1,1]}}""", 1)]
    public void What_the_format_allows_opens(string header, int dataBytes)
    {
        using var file = SafetensorsFile.Open(Temporary("a.safetensors", SafetensorsBytes.File(header, dataBytes)));
    }

    [Theory]
    [InlineData("""["a"]""", 0, "'{'")]
    [InlineData(""" {}""", 0, "'{'")]
    [InlineData("""{""", 0, "JSON")]
    [InlineData("""{} x""", 0, "JSON")]
    [InlineData("""{}{}""", 0, "JSON")]
    [InlineData("""{"a":}""", 0, "JSON")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},}""", 1, "JSON")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "JSON")]
    [InlineData("""{"a":1}""", 0, "'a'")]
    [InlineData("""{"a":{}}""", 0, "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1]}}""", 1, "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "lacks")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,1]}}""", 1, "more than 2")]
    [InlineData("""{"a":{"dtype":8,"shape":[1],"data_offsets":[0,1]}}""", 1, "dtype")]
    [InlineData("""{"a":{"dtype":"u8","shape":[1],"data_offsets":[0,1]}}""", 1, "'u8'")]
    [InlineData("""{"a":{"dtype":"U8","shape":1,"data_offsets":[0,1]}}""", 1, "array")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[18446744073709551617],"data_offsets":[0,1]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[-1,0]}}""", 1, "integers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}}""", 1, "data_offsets [1, 0]")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 1, "data_offsets [0, 2]")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[9223372036854775806,9223372036854775807]}}""", 1, "data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,1]}}""", 1, "need 4")]
    [InlineData("""{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}}""", 1, "need")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "overflows")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "overflows")]
    [InlineData("""{"a":{"dtype":"U8","shape":[0,9223372036854775807,9223372036854775807],"data_offsets":[0,0]}}""", 0, "overflows")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "inside another")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "inside another")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[0],"data_offsets":[1,1]}}""", 2, "inside another")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "hole")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, "hole")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 2, "the tensors end")]
    [InlineData("""{}""", 1, "the tensors end")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "twice")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"shape":[1],"data_offsets":[0,1]}}""", 1, "twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"data_offsets":[0,1]}}""", 1, "twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "twice")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", 0, "twice")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "not a string")]
    [InlineData("""{"__metadata__":[]}""", 0, "not an object")]
    public void What_the_format_forbids_is_refused(string header, int dataBytes, string reason)
    {
        string path = Temporary("a.safetensors", SafetensorsBytes.File(header, dataBytes));

        var refusal = Assert.Throws<InputException>(() => SafetensorsFile.Open(path));

        Assert.StartsWith(path, refusal.Message);
        Assert.Contains(reason, refusal.Message);
    }

    [Theory]
    [InlineData(3UL, "JSON")]
    [InlineData(1UL, "JSON")]
    [InlineData(0UL, "'{'")]
    [InlineData(64UL, "the file ends after")]
    [InlineData(99_999_999UL, "the file ends after")]
    [InlineData(100_000_001UL, "at most")]
    [InlineData(1UL << 40, "at most")]
    [InlineData(ulong.MaxValue, "at most")]
    public void A_lying_header_length_is_refused(ulong declared, string reason)
    {
        string path = Temporary("a.safetensors", SafetensorsBytes.File("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, declared));
        Assert.Contains(reason, Assert.Throws<InputException>(() => SafetensorsFile.Open(path)).Message);
    }

    [Fact]
    public void A_header_that_is_not_UTF8_is_refused()
    {
        byte[] header = Encoding.Latin1.GetBytes("""{"é":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""");
        string path = Temporary("a.safetensors", SafetensorsBytes.File(header, 1));
        Assert.Contains("UTF-8", Assert.Throws<InputException>(() => SafetensorsFile.Open(path)).Message);
    }

    [Fact]
    public void Every_truncation_of_a_file_is_refused()
    {
        byte[] whole = SafetensorsBytes.File("""{"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]}}""", 4);
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InputException>(() => SafetensorsFile.Open(Temporary("cut.safetensors", whole[..length])));
    }

    [Fact]
    public void A_type_that_libtorch_lacks_is_refused_by_name_while_the_rest_can_be_read()
    {
        string path = Temporary("a.safetensors", SafetensorsBytes.File(
            """{"plain":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"odd":{"dtype":"U16","shape":[1],"data_offsets":[0,2]}}""", 3));
        using var scope = torch.NewDisposeScope();
        using var file = SafetensorsFile.Open(path);

        file.Read("plain").Dispose();

        string message = Assert.Throws<InputException>(() => file.Read("odd")).Message;
        Assert.Contains("'odd'", message);
        Assert.Contains("U16", message);
        Assert.Throws<InputException>(file.ReadAll);
        Assert.Equal(0, scope.DisposablesCount);
        Assert.Contains("'absent'", Assert.Throws<InputException>(() => file.Read("absent")).Message);
    }

    [Fact]
    public void A_boolean_that_is_neither_0_nor_1_is_refused()
    {
        byte[] content = SafetensorsBytes.File("""{"flags":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 3);
        content[^1] = 2;
        using var file = SafetensorsFile.Open(Temporary("a.safetensors", content));
        Assert.Contains("'flags'", Assert.Throws<InputException>(() => file.Read("flags")).Message);
    }

    [Fact]
    public void A_missing_file_a_folder_and_an_empty_file_are_refused()
    {
        Assert.Contains("there is no such file", Assert.Throws<InputException>(() => SafetensorsFile.Open(Temporary("none"))).Message);
        Assert.Contains("folder", Assert.Throws<InputException>(() => SafetensorsFile.Open(AppContext.BaseDirectory)).Message);
        Assert.Contains("empty", Assert.Throws<InputException>(() => SafetensorsFile.Open(Temporary("empty", []))).Message);
    }

    [Fact]
    public void A_file_that_is_disposed_is_not_read()
    {
        var file = SafetensorsFile.Open(Temporary("a", SafetensorsBytes.File("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1)));
        file.Dispose();
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Read("a"));
    }

    [Fact]
    public void Opening_half_a_gigabyte_reads_its_header_alone()
    {
        const long data = 500L << 20;
        string path = Temporary("large.safetensors", SafetensorsBytes.File(
            $$$"""{"a":{"dtype":"F32","shape":[{{{data / 4}}}],"data_offsets":[0,{{{data}}}]}}""", 0));
        using (var stream = File.OpenWrite(path))
            stream.SetLength(stream.Length + data);
        SafetensorsFile.Open(path).Dispose();

        long before = GC.GetAllocatedBytesForCurrentThread();
        using var file = SafetensorsFile.Open(path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 10);
        Assert.Equal(data, file.Entries["a"].Length);
    }
}
