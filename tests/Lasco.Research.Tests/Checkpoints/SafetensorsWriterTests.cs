using System.Text;
using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

public class SafetensorsWriterTests : CheckpointTest
{
    public static TheoryData<ScalarType> Types =>
    [
        ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64,
        ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float64,
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_comes_back_bit_for_bit(ScalarType type)
    {
        using var _ = torch.NewDisposeScope();
        var values = torch.arange(24).remainder(5).reshape(2, 3, 4).to(type);
        var tensors = new Dictionary<string, Tensor>
        {
            ["whole"] = values,
            ["scalar"] = values.view(-1).narrow(0, 3, 1).reshape(),
            ["empty"] = torch.empty([0, 5], dtype: type),
            ["transposed"] = values.transpose(0, 2),
            ["part"] = values.narrow(2, 1, 2),
            ["naïve \"name\"\n"] = values,
        };
        string path = Temporary("a.safetensors");

        SafetensorsWriter.Write(path, tensors);

        using var file = SafetensorsFile.Open(path);
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), file.Entries.Keys);
        foreach (var (name, tensor) in tensors)
            AssertSame(tensor, file.Read(name));
    }

    [Fact]
    public void The_bytes_are_those_of_the_format_whatever_the_order_of_the_tensors()
    {
        using var _ = torch.NewDisposeScope();
        (string, Tensor)[] tensors =
        [
            ("b", torch.tensor(new[] { 1f, 2f })), ("flag", torch.tensor(new[] { true })), ("a", torch.tensor(new[] { 3f })),
            ("z", torch.tensor(new[] { 7L })),
        ];
        var metadata = new Dictionary<string, string> { ["b"] = "2", ["a"] = "é" };
        string path = Temporary("a.safetensors"), other = Temporary("b.safetensors");

        SafetensorsWriter.Write(path, tensors.Select(Pair), metadata);
        SafetensorsWriter.Write(other, tensors.Reverse().Select(Pair), metadata.Reverse().ToDictionary());

        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(bytes, File.ReadAllBytes(other));
        const string header = """{"__metadata__":{"a":"é","b":"2"},"z":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]},"flag":{"dtype":"BOOL","shape":[1],"data_offsets":[20,21]}}""";
        int length = (int)BitConverter.ToUInt64(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(header, Encoding.UTF8.GetString(bytes, 8, length).TrimEnd(' '));
        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x40], bytes[(8 + length)..(8 + length + 12)]);
        Assert.Equal(8 + length + 21, bytes.Length);

        static KeyValuePair<string, Tensor> Pair((string Name, Tensor Tensor) tensor) => new(tensor.Name, tensor.Tensor);
    }

    [Fact]
    public void A_tensor_of_many_pieces_comes_back_bit_for_bit()
    {
        using var _ = torch.NewDisposeScope();
        var large = torch.arange(9_000_001).to(ScalarType.Float64);
        string path = Temporary("a.safetensors");

        SafetensorsWriter.Write(path, [new("large", large)]);

        using var file = SafetensorsFile.Open(path);
        AssertSame(large, file.Read("large"));
    }

    [Fact]
    public void No_tensors_make_a_file_too()
    {
        SafetensorsWriter.Write(Temporary("a"), []);
        using var file = SafetensorsFile.Open(Temporary("a"));
        Assert.Empty(file.Entries);
    }

    [Fact]
    public void A_tensor_that_cannot_be_written_leaves_the_old_file()
    {
        using var tensor = torch.ones(1);
        string path = Temporary("a", [1, 2, 3]);
        var twice = new KeyValuePair<string, Tensor>("a", tensor);

        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(path, [twice, twice]));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(path, [new("__metadata__", tensor)]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Parameters_are_written_without_their_history()
    {
        using var _ = torch.NewDisposeScope();
        var weight = torch.ones(2, 2, requires_grad: true);
        SafetensorsWriter.Write(Temporary("a"), [new("w", weight), new("product", weight * 2)]);
        using var file = SafetensorsFile.Open(Temporary("a"));
        Assert.False(file.Read("w").requires_grad);
        AssertSame(torch.full([2, 2], 2f), file.Read("product"));
    }
}
