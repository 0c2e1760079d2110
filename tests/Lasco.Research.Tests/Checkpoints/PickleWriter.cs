using System.Buffers.Binary;
using System.Text;
using Lasco.Research.Checkpoints;

namespace Lasco.Research.Tests.Checkpoints;

/// <summary>Pickles by hand, honest or not.</summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream bytes = new();

    public PickleWriter(byte protocol = 2) => Op(PickleOpcode.PROTO).Raw(protocol);

    public byte[] Stopped() => Op(PickleOpcode.STOP).bytes.ToArray();

    public PickleWriter Op(params PickleOpcode[] opcodes)
    {
        foreach (var opcode in opcodes)
            bytes.WriteByte((byte)opcode);
        return this;
    }

    public PickleWriter Raw(params byte[] raw)
    {
        bytes.Write(raw);
        return this;
    }

    public PickleWriter Repeat(int times, Action<PickleWriter> write)
    {
        for (int i = 0; i < times; i++)
            write(this);
        return this;
    }

    public PickleWriter Int(long value)
    {
        byte[] integer = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(integer, value);
        return Op(PickleOpcode.LONG1).Raw(8).Raw(integer);
    }

    public PickleWriter Text(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return Op(PickleOpcode.BINUNICODE).Raw(BitConverter.GetBytes(utf8.Length)).Raw(utf8);
    }

    public PickleWriter Global(string module, string name) => Op(PickleOpcode.GLOBAL).Raw(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    public PickleWriter Tuple(params long[] values)
    {
        Op(PickleOpcode.MARK);
        foreach (long value in values)
            Int(value);
        return Op(PickleOpcode.TUPLE);
    }

    public PickleWriter Storage(string key, long elements, string type = "FloatStorage") =>
        Op(PickleOpcode.MARK).Text("storage").Global("torch", type).Text(key).Text("cpu").Int(elements).Op(PickleOpcode.TUPLE, PickleOpcode.BINPERSID);

    /// <summary>A call of _rebuild_tensor_v2.</summary>
    public PickleWriter Tensor(long elements, long offset, long[] shape, long[] strides, string key = "0", string type = "FloatStorage") =>
        Global("torch._utils", "_rebuild_tensor_v2").Op(PickleOpcode.MARK)
            .Storage(key, elements, type).Int(offset).Tuple(shape).Tuple(strides)
            .Op(PickleOpcode.NEWFALSE).Global("collections", "OrderedDict").Op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE, PickleOpcode.TUPLE, PickleOpcode.REDUCE);
}
