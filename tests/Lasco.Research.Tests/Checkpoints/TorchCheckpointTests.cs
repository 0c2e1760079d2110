using System.Diagnostics;
using System.Numerics;
using System.Text.Json;
using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

public class TorchCheckpointTests : CheckpointTest
{
    public static TheoryData<string> Archives =>
    [
        "dtypes.pth", "layouts.pth", "leaves.pth", "linear.pth", "optimizer.pth", "lightning.pth", "protocol4.pth", "protocol5.pth",
        "tensor.pth", "script.pt",
    ];

    [Theory]
    [MemberData(nameof(Archives))]
    public void Tensors_are_what_PyTorch_saved(string name)
    {
        using var scope = torch.NewDisposeScope();
        using var json = JsonDocument.Parse(File.ReadAllBytes(Fixture("pth", "expected.json")));
        var expected = json.RootElement.GetProperty(name).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);

        var tensors = Checkpoint.Load(Fixture("pth", name));

        Assert.Equal(expected.Keys.Order(), tensors.Keys.Order());
        foreach (var (key, value) in expected)
        {
            var tensor = tensors[key];
            Assert.Equal(DtypeOf(value.GetProperty("dtype").GetString()!), tensor.dtype);
            Assert.Equal(value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), tensor.shape);
            Assert.Equal(value.GetProperty("stride").EnumerateArray().Select(size => size.GetInt64()), tensor.stride());
            Assert.Equal(
                value.GetProperty("values").EnumerateArray().Select(number => number.GetDouble()),
                tensor.to(ScalarType.Float64).contiguous().view(-1).data<double>().ToArray());
        }
    }

    [Theory]
    [InlineData("blip_tiny", "checkpoint.pth")]
    [InlineData("clip_vit_tiny", "model.pth")]
    [InlineData("clip_resnet_tiny", "model.pth")]
    public void Both_formats_of_the_same_weights_agree(string folder, string archive)
    {
        using var scope = torch.NewDisposeScope();
        var expected = Checkpoint.Load(Fixture(folder, "model.safetensors"));
        var actual = Checkpoint.Load(Fixture(folder, archive));

        Assert.NotEmpty(expected);
        foreach (var (name, tensor) in expected)
            AssertSame(tensor, actual[name]);
    }

    [Fact]
    public void What_is_not_a_tensor_is_kept_as_plain_values()
    {
        using var file = TorchCheckpoint.Open(Fixture("pth", "leaves.pth"));
        var root = Assert.IsAssignableFrom<IReadOnlyDictionary<object, object?>>(file.Root);

        Assert.Equal(3L, root["number"]);
        Assert.Equal(-5L, root["negative"]);
        Assert.Equal(BigInteger.Pow(2, 70), root["big"]);
        Assert.Equal(0.1, root["real"]);
        Assert.Equal("größe", root["text"]);
        Assert.Equal(true, root["flag"]);
        Assert.Null(root["nothing"]);
        Assert.Equal([2L, 3L], Assert.IsAssignableFrom<IReadOnlyList<object?>>(root["bytes_size"]));
        Assert.Equal("torch.float16", root["dtype"]);
        Assert.Equal("cuda:1", root["device"]);
        var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(root["list"]);
        Assert.Equal("two", list[1]);
        var nested = Assert.IsAssignableFrom<IReadOnlyDictionary<object, object?>>(root["nested"]);
        Assert.Same(root["same"], nested[5L]);
        Assert.Equal(["number", "negative", "big"], root.Keys.Take(3));
    }

    [Fact]
    public void A_part_of_the_root_can_be_chosen()
    {
        using var file = TorchCheckpoint.Open(Fixture("pth", "optimizer.pth"));
        Assert.Equal(["weight", "bias"], file.Entries().Keys);
        Assert.Contains("state.0.exp_avg", file.Entries("optimizer").Keys);
        Assert.Contains("'nowhere'", Assert.Throws<InputException>(() => file.Entries("nowhere")).Message);
    }

    [Fact]
    public void Tensors_of_one_storage_share_memory_as_in_PyTorch()
    {
        using var scope = torch.NewDisposeScope();
        using var file = TorchCheckpoint.Open(Fixture("pth", "layouts.pth"));
        var tensors = file.ReadAll();

        tensors["whole"].fill_(9);

        Assert.Equal(9, tensors["transposed"].sum().item<float>() / 15);
        Assert.Equal(9, tensors["expanded"].sum().item<float>() / 4);
        Assert.NotEqual(9, file.Read(file.Entries()["row"]).sum().item<float>() / 5);
    }

    [Fact]
    public void The_checkpoint_of_BLIP_keeps_its_configuration_and_epoch()
    {
        using var file = TorchCheckpoint.Open(Fixture("blip_tiny", "checkpoint.pth"));
        var root = Assert.IsAssignableFrom<IReadOnlyDictionary<object, object?>>(file.Root);
        Assert.IsAssignableFrom<IReadOnlyDictionary<object, object?>>(root["config"]);
        Assert.IsType<long>(root["epoch"]);
    }

    [Theory]
    [InlineData("module.pth", "torch.nn.modules.linear.Linear")]
    [InlineData("system.pth", "posix.system")]
    [InlineData("namespace.pth", "argparse.Namespace")]
    [InlineData("set.pth", "__builtin__.set")]
    [InlineData("circle.pth", "contains itself")]
    [InlineData("legacy.pth", "before 1.6")]
    public void What_would_need_code_is_refused_by_name(string name, string reason)
    {
        string path = Fixture("pth", name);
        foreach (var open in new Action[] { () => TorchCheckpoint.Open(path), () => Checkpoint.Load(path) })
        {
            string message = Assert.Throws<InputException>(open).Message;
            Assert.StartsWith(path, message);
            Assert.Contains(reason, message);
        }
    }

    [Theory]
    [InlineData("os", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("builtins", "getattr")]
    [InlineData("collections", "OrderedDict.fromkeys")]
    [InlineData("torch", "load")]
    [InlineData("torch.storage", "_load_from_bytes")]
    [InlineData("torch._utils", "_rebuild_sparse_tensor")]
    [InlineData("torch", "ComplexFloatStorage")]
    [InlineData("__torch__", "Module")]
    [InlineData("torch.jit._pickle", "build_intlist")]
    [InlineData("", "")]
    [InlineData("torch\u001b[31m", "float32")]
    public void A_global_outside_the_list_is_refused_even_when_it_is_not_called(string module, string name)
    {
        string message = Refusal(TorchArchive.Of(new PickleWriter().Global(module, name).Stopped()));
        Assert.Contains("data.pkl at byte 2", message);
        Assert.DoesNotContain("\u001b", message);
        Assert.Contains(name, message);

        Assert.Contains(name, Refusal(TorchArchive.Of(new PickleWriter(4).Text(module).Text(name).Op(PickleOpcode.STACK_GLOBAL).Stopped())));
    }

    [Fact]
    public void An_opcode_outside_the_list_is_refused_by_name()
    {
        PickleOpcode[] known =
        [
            PickleOpcode.INST, PickleOpcode.OBJ, PickleOpcode.EXT1, PickleOpcode.EXT2, PickleOpcode.EXT4, PickleOpcode.NEWOBJ_EX, PickleOpcode.PERSID,
            PickleOpcode.GET, PickleOpcode.PUT, PickleOpcode.INT, PickleOpcode.LONG, PickleOpcode.FLOAT, PickleOpcode.STRING, PickleOpcode.UNICODE,
            PickleOpcode.BINSTRING, PickleOpcode.SHORT_BINSTRING, PickleOpcode.EMPTY_SET, PickleOpcode.FROZENSET, PickleOpcode.NEXT_BUFFER,
        ];
        foreach (var opcode in known)
            Assert.Contains($"the opcode {opcode} ", Refusal(TorchArchive.Of(new PickleWriter().Op(opcode).Stopped())));
        Assert.Contains("0xff", Refusal(TorchArchive.Of(new PickleWriter().Raw(0xff).Stopped())));
    }

    public static TheoryData<string, byte[]> DamagedPickles => new()
    {
        { "protocol", [] },
        { "protocol", [(byte)PickleOpcode.NONE, (byte)PickleOpcode.STOP] },
        { "protocol", new PickleWriter(1).Op(PickleOpcode.NONE).Stopped() },
        { "protocol", new PickleWriter(6).Op(PickleOpcode.NONE).Stopped() },
        { "ends", [0x80, 2] },
        { "ends", [0x80, 2, (byte)PickleOpcode.BINUNICODE, 255, 255, 255, 255] },
        { "ends", [0x80, 4, (byte)PickleOpcode.BINUNICODE8, 255, 255, 255, 255, 255, 255, 255, 255] },
        { "ends", [0x80, 4, (byte)PickleOpcode.BINBYTES8, 0, 0, 0, 0, 0, 0, 0, 128] },
        { "ends", [0x80, 2, (byte)PickleOpcode.LONG4, 255, 255, 255, 127] },
        { "line", [0x80, 2, (byte)PickleOpcode.GLOBAL, (byte)'o', (byte)'s'] },
        { "UTF-8", [0x80, 4, (byte)PickleOpcode.SHORT_BINUNICODE, 1, 0xff, (byte)PickleOpcode.STOP] },
        { "longer", new PickleWriter().Op(PickleOpcode.LONG4).Raw(1, 2, 0, 0).Raw(new byte[513]).Stopped() },
        { "stack", new PickleWriter().Stopped() },
        { "stack", new PickleWriter().Op(PickleOpcode.POP).Stopped() },
        { "stack", new PickleWriter().Op(PickleOpcode.DUP).Stopped() },
        { "stack", new PickleWriter().Op(PickleOpcode.NONE, PickleOpcode.MARK, PickleOpcode.TUPLE1).Stopped() },
        { "stack", new PickleWriter().Op(PickleOpcode.NONE, PickleOpcode.MARK).Stopped() },
        { "stack", new PickleWriter().Op(PickleOpcode.BINPUT).Raw(0).Stopped() },
        { "mark", new PickleWriter().Op(PickleOpcode.TUPLE).Stopped() },
        { "mark", new PickleWriter().Op(PickleOpcode.EMPTY_LIST, PickleOpcode.APPENDS).Stopped() },
        { "remembered", new PickleWriter().Op(PickleOpcode.BINGET).Raw(7).Stopped() },
        { "list", new PickleWriter().Op(PickleOpcode.EMPTY_DICT, PickleOpcode.NONE, PickleOpcode.APPEND).Stopped() },
        { "dictionary", new PickleWriter().Op(PickleOpcode.EMPTY_LIST).Int(1).Op(PickleOpcode.NONE, PickleOpcode.SETITEM).Stopped() },
        { "no value", new PickleWriter().Op(PickleOpcode.MARK).Int(1).Op(PickleOpcode.DICT).Stopped() },
        { "None", new PickleWriter().Op(PickleOpcode.EMPTY_DICT, PickleOpcode.NONE, PickleOpcode.NONE, PickleOpcode.SETITEM).Stopped() },
        { "key", new PickleWriter().Op(PickleOpcode.EMPTY_DICT).Text(new string('k', 2000)).Op(PickleOpcode.NONE, PickleOpcode.SETITEM).Stopped() },
        { "no function", new PickleWriter().Text("os.system").Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE).Stopped() },
        { "no function", new PickleWriter().Global("torch", "float32").Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE).Stopped() },
        { "tuple", new PickleWriter().Global("collections", "OrderedDict").Op(PickleOpcode.EMPTY_LIST, PickleOpcode.REDUCE).Stopped() },
        { "arguments", new PickleWriter().Global("collections", "OrderedDict").Int(1).Op(PickleOpcode.TUPLE1, PickleOpcode.REDUCE).Stopped() },
        { "arguments", new PickleWriter().Global("torch._utils", "_rebuild_tensor_v2").Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE).Stopped() },
        { "class", new PickleWriter().Global("collections", "OrderedDict").Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.NEWOBJ).Stopped() },
        { "state", new PickleWriter().Op(PickleOpcode.EMPTY_LIST, PickleOpcode.EMPTY_DICT, PickleOpcode.BUILD).Stopped() },
        { "state", new PickleWriter().Op(PickleOpcode.EMPTY_DICT).Int(1).Op(PickleOpcode.BUILD).Stopped() },
        { "persistent", new PickleWriter().Text("0").Op(PickleOpcode.BINPERSID).Stopped() },
        { "persistent", new PickleWriter().Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.BINPERSID).Stopped() },
        { "no storage '9'", new PickleWriter().Storage("9", 1).Stopped() },
        { "no storage '../0'", new PickleWriter().Storage("../0", 1).Stopped() },
        { "7 elements", new PickleWriter().Storage("0", 7).Stopped() },
        { "-1 elements", new PickleWriter().Storage("0", -1).Stopped() },
        { "elements", new PickleWriter().Storage("0", long.MaxValue).Stopped() },
        { "two types", new PickleWriter().Storage("0", 6).Op(PickleOpcode.POP).Storage("0", 6, "IntStorage").Stopped() },
        { "two types", new PickleWriter().Storage("0", 6).Op(PickleOpcode.POP).Storage("0", 5).Stopped() },
        { "reaches element 7", new PickleWriter().Tensor(6, 0, [7], [1]).Stopped() },
        { "reaches element 7", new PickleWriter().Tensor(6, 1, [2, 3], [3, 1]).Stopped() },
        { "reaches element 11", new PickleWriter().Tensor(6, 0, [6], [2]).Stopped() },
        { "reaches element 7", new PickleWriter().Tensor(6, 6, [], []).Stopped() },
        { "reaches element 7", new PickleWriter().Tensor(6, 7, [0], [1]).Stopped() },
        { "reaches", new PickleWriter().Tensor(6, long.MaxValue, [2], [long.MaxValue]).Stopped() },
        { "overflows", new PickleWriter().Tensor(6, 0, [long.MaxValue, 2], [0, 0]).Stopped() },
        { "overflows", new PickleWriter().Tensor(6, 0, [-1], [1]).Stopped() },
        { "expands", new PickleWriter().Tensor(6, 0, [1L << 50], [0]).Stopped() },
        { "negative", new PickleWriter().Tensor(6, 0, [2], [-1]).Stopped() },
        { "negative", new PickleWriter().Tensor(6, -1, [2], [1]).Stopped() },
        { "1 sizes and 2 strides", new PickleWriter().Tensor(6, 0, [2], [1, 1]).Stopped() },
        { "65 sizes", new PickleWriter().Tensor(6, 0, [.. Enumerable.Repeat(1L, 65)], [.. Enumerable.Repeat(1L, 65)]).Stopped() },
        { "itself", new PickleWriter().Op(PickleOpcode.EMPTY_LIST, PickleOpcode.DUP, PickleOpcode.APPEND).Stopped() },
        { "nested", new PickleWriter().Op(PickleOpcode.NONE).Repeat(100, p => p.Op(PickleOpcode.TUPLE1)).Stopped() },
    };

    [Theory]
    [MemberData(nameof(DamagedPickles), DisableDiscoveryEnumeration = true)]
    public void A_pickle_that_lies_is_refused(string reason, byte[] pickle) =>
        Assert.Contains(reason, Refusal(TorchArchive.WithFloats(pickle, 6)));

    [Fact]
    public void Shared_parts_do_not_multiply_the_work()
    {
        // Each level holds the level below twice: 2^60 paths, with no tensor at their ends, then with one.
        byte[] barren = new PickleWriter(4).Op(PickleOpcode.NONE).Repeat(60, p => p.Op(PickleOpcode.DUP, PickleOpcode.TUPLE2)).Stopped();
        using (var file = TorchCheckpoint.Open(Temporary("barren", TorchArchive.Of(barren))))
            Assert.Empty(file.Entries());

        byte[] bearing = new PickleWriter(4).Tensor(6, 0, [6], [1]).Repeat(60, p => p.Op(PickleOpcode.DUP, PickleOpcode.TUPLE2)).Stopped();
        using (var file = TorchCheckpoint.Open(Temporary("bearing", TorchArchive.WithFloats(bearing, 6))))
            Assert.Contains("more than", Assert.Throws<InputException>(() => file.Entries()).Message);
    }

    [Fact]
    public void A_pickle_of_millions_of_values_is_refused()
    {
        byte[] pickle = new PickleWriter(4).Repeat(5_000_000, p => p.Op(PickleOpcode.EMPTY_LIST)).Stopped();
        Assert.Contains("values", Refusal(TorchArchive.Of(pickle)));
    }

    public static TheoryData<byte[]> CostlyPickles => new()
    {
        // A long key, set again and again.
        new PickleWriter(4).Op(PickleOpcode.EMPTY_DICT).Text(new string('k', 1024)).Op(PickleOpcode.MEMOIZE, PickleOpcode.POP)
            .Repeat(1_900_000, p => p.Op(PickleOpcode.BINGET).Raw(0).Op(PickleOpcode.NONE, PickleOpcode.SETITEM)).Stopped(),

        // Integer keys whose halves cancel out, which a plain hash would put into one bucket.
        Enumerable.Range(0, 900_000).Aggregate(new PickleWriter(4).Op(PickleOpcode.EMPTY_DICT), (p, i) => p.Int(((long)i << 32) | (uint)i).Op(PickleOpcode.NONE, PickleOpcode.SETITEM)).Stopped(),

        // A long list beside a tensor, listed from many places.
        new PickleWriter(4).Op(PickleOpcode.MARK).Tensor(6, 0, [6], [1]).Repeat(1_000_000, p => p.Op(PickleOpcode.NONE)).Op(PickleOpcode.TUPLE, PickleOpcode.MEMOIZE, PickleOpcode.MARK)
            .Repeat(1_000_000, p => p.Op(PickleOpcode.BINGET).Raw(0)).Op(PickleOpcode.TUPLE).Stopped(),

        // Marks and memories without end.
        new PickleWriter(4).Op(PickleOpcode.NONE).Repeat(5_000_000, p => p.Op(PickleOpcode.MARK)).Stopped(),
        new PickleWriter(4).Op(PickleOpcode.NONE).Repeat(5_000_000, p => p.Op(PickleOpcode.MEMOIZE)).Stopped(),
    };

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(CostlyPickles), DisableDiscoveryEnumeration = true)]
    public void A_pickle_that_is_costly_by_design_ends_soon(byte[] pickle)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var file = TorchCheckpoint.Open(Temporary("costly", TorchArchive.WithFloats(pickle, 6)));
            file.Entries();
        }
        catch (InputException)
        {
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Two_tensors_of_one_name_are_refused()
    {
        byte[] pickle = new PickleWriter().Op(PickleOpcode.EMPTY_DICT, PickleOpcode.MARK)
            .Text("a.0").Tensor(6, 0, [1], [1])
            .Text("a").Tensor(6, 1, [1], [1]).Op(PickleOpcode.TUPLE1, PickleOpcode.SETITEMS).Stopped();
        using var file = TorchCheckpoint.Open(Temporary("a", TorchArchive.WithFloats(pickle, 6)));
        Assert.Contains("'a.0'", Assert.Throws<InputException>(() => file.Entries()).Message);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("state_dict")]
    public void A_customary_key_that_holds_no_dictionary_is_a_name_like_any_other(string key)
    {
        byte[] pickle = new PickleWriter().Op(PickleOpcode.EMPTY_DICT).Text(key).Tensor(6, 0, [6], [1]).Op(PickleOpcode.SETITEM).Stopped();
        using var file = TorchCheckpoint.Open(Temporary("a", TorchArchive.WithFloats(pickle, 6)));
        Assert.Equal([key], file.Entries().Keys);
    }

    private string Refusal(byte[] archive)
    {
        string path = Temporary("refused.pth", archive);
        string message = Assert.Throws<InputException>(() => TorchCheckpoint.Open(path)).Message;
        Assert.StartsWith(path, message);
        return message;
    }

    private static ScalarType DtypeOf(string name) => name switch
    {
        "torch.float16" => ScalarType.Float16,
        "torch.bfloat16" => ScalarType.BFloat16,
        "torch.float32" => ScalarType.Float32,
        "torch.float64" => ScalarType.Float64,
        "torch.uint8" => ScalarType.Byte,
        "torch.int8" => ScalarType.Int8,
        "torch.int16" => ScalarType.Int16,
        "torch.int32" => ScalarType.Int32,
        "torch.int64" => ScalarType.Int64,
        _ => ScalarType.Bool,
    };
}
