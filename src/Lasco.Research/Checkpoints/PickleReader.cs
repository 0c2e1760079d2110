using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// Reads the data in a pickle of protocol 2 to 5 without running anything: opcodes build .NET values, and whatever
/// would import or call goes through an <see cref="IPickleWorld"/>, which knows a fixed list.
/// Values are null, bool, long, <see cref="BigInteger"/>, double, string, byte[], object?[] (tuple),
/// List&lt;object?&gt;, <see cref="PickleDictionary"/>, and those that the world makes.
/// </summary>
internal ref struct PickleReader
{
    private const int MaxValues = 4_000_000;
    private const int MaxIntegerBytes = 256;
    private const int MaxKeyLength = 1024;

    private readonly ReadOnlySpan<byte> pickle;
    private readonly IPickleWorld world;
    private readonly List<object?> stack = [];
    private readonly Stack<int> marks = [];
    private readonly Dictionary<uint, object?> memo = [];
    private int at;
    private int values;

    private PickleReader(ReadOnlySpan<byte> pickle, IPickleWorld world)
    {
        this.pickle = pickle;
        this.world = world;
    }

    private readonly int Mark => marks.TryPeek(out int mark) ? mark : 0;

    /// <param name="pickle">The whole pickle.</param>
    /// <param name="world">What it may reach.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="entry">The place in the file, for messages.</param>
    /// <exception cref="InputException">The pickle is damaged, or wants what is not on the list.</exception>
    public static object? Read(ReadOnlySpan<byte> pickle, IPickleWorld world, string file, string entry)
    {
        var reader = new PickleReader(pickle, world);
        int opcodeAt = 0;
        try
        {
            if (pickle.Length < 2 || pickle[0] != (byte)PickleOpcode.PROTO)
                throw new FormatException("a pickle of protocol 2 to 5 was expected");

            while (true)
            {
                opcodeAt = reader.at;
                var opcode = (PickleOpcode)reader.Take(1)[0];
                if (opcode == PickleOpcode.STOP)
                    return reader.Pop();
                reader.Step(opcode);
            }
        }
        catch (FormatException e)
        {
            throw new InputException(file, $"{entry} at byte {opcodeAt}: {e.Message}", e);
        }
    }

    private void Step(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.PROTO:
                if (Take(1)[0] is < 2 or > 5)
                    throw new FormatException("a pickle of protocol 2 to 5 was expected");
                break;
            case PickleOpcode.FRAME: Take(8); break;

            case PickleOpcode.MARK:
                Spend(1);
                marks.Push(stack.Count);
                break;
            case PickleOpcode.POP:
                if (stack.Count == Mark && marks.Count > 0)
                    marks.Pop();
                else
                    Pop();
                break;
            case PickleOpcode.POP_MARK: PopToMark(); break;
            case PickleOpcode.DUP: Push(Top()); break;

            case PickleOpcode.NONE: Push(null); break;
            case PickleOpcode.NEWTRUE: Push(true); break;
            case PickleOpcode.NEWFALSE: Push(false); break;
            case PickleOpcode.BININT: Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;
            case PickleOpcode.BININT1: Push((long)Take(1)[0]); break;
            case PickleOpcode.BININT2: Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case PickleOpcode.LONG1: Push(Integer(Take(Take(1)[0]))); break;
            case PickleOpcode.LONG4: Push(Integer(TakeCounted(4))); break;
            case PickleOpcode.BINFLOAT: Push(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;

            case PickleOpcode.SHORT_BINUNICODE: Push(Text(TakeCounted(1))); break;
            case PickleOpcode.BINUNICODE: Push(Text(TakeCounted(4))); break;
            case PickleOpcode.BINUNICODE8: Push(Text(TakeCounted(8))); break;
            case PickleOpcode.SHORT_BINBYTES: Push(TakeCounted(1).ToArray()); break;
            case PickleOpcode.BINBYTES: Push(TakeCounted(4).ToArray()); break;
            case PickleOpcode.BINBYTES8 or PickleOpcode.BYTEARRAY8: Push(TakeCounted(8).ToArray()); break;

            case PickleOpcode.EMPTY_TUPLE: Push(Array.Empty<object?>()); break;
            case PickleOpcode.TUPLE1: Push(PopMany(1)); break;
            case PickleOpcode.TUPLE2: Push(PopMany(2)); break;
            case PickleOpcode.TUPLE3: Push(PopMany(3)); break;
            case PickleOpcode.TUPLE: Push(PopToMark()); break;

            case PickleOpcode.EMPTY_LIST: Push(new List<object?>()); break;
            case PickleOpcode.LIST: Push(new List<object?>(PopToMark())); break;
            case PickleOpcode.APPEND: Append([Pop()]); break;
            case PickleOpcode.APPENDS: Append(PopToMark()); break;

            case PickleOpcode.EMPTY_DICT: Push(new PickleDictionary()); break;
            case PickleOpcode.DICT:
                object?[] items = PopToMark();
                Push(new PickleDictionary());
                SetItems(items);
                break;
            case PickleOpcode.SETITEM: SetItems(PopMany(2)); break;
            case PickleOpcode.SETITEMS: SetItems(PopToMark()); break;

            case PickleOpcode.BINPUT: Remember(Take(1)[0]); break;
            case PickleOpcode.LONG_BINPUT: Remember(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))); break;
            case PickleOpcode.MEMOIZE: Remember((uint)memo.Count); break;
            case PickleOpcode.BINGET: Push(Recall(Take(1)[0])); break;
            case PickleOpcode.LONG_BINGET: Push(Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))); break;

            case PickleOpcode.GLOBAL:
                string module = Line();
                Push(world.Global(module, Line()));
                break;
            case PickleOpcode.STACK_GLOBAL:
                if (PopMany(2) is not [string from, string name])
                    throw new FormatException("the name of a global is not text");
                Push(world.Global(from, name));
                break;
            case PickleOpcode.REDUCE:
                object?[] arguments = PopTuple();
                Push(world.Call(Pop(), arguments));
                break;
            case PickleOpcode.NEWOBJ:
                object?[] newArguments = PopTuple();
                Push(world.New(Pop(), newArguments));
                break;
            case PickleOpcode.BUILD:
                var state = Pop() as PickleDictionary ?? throw new FormatException("the state of an object is not a dictionary");
                Spend(state.Count);
                world.Build(Top(), state);
                break;
            case PickleOpcode.BINPERSID: Push(world.Persistent(Pop())); break;

            default:
                throw new FormatException(Enum.IsDefined(opcode)
                    ? $"the opcode {opcode} is not one that tensors are saved with, and is not run"
                    : $"0x{(byte)opcode:x2} is not an opcode of pickle");
        }
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(pickle.Length - at))
            throw new FormatException($"{count} bytes were expected, but the pickle ends after {pickle.Length - at}");
        var bytes = pickle.Slice(at, (int)count);
        at += (int)count;
        return bytes;
    }

    private ReadOnlySpan<byte> TakeCounted(int lengthBytes)
    {
        var length = Take((ulong)lengthBytes);
        return Take(lengthBytes switch
        {
            1 => length[0],
            4 => BinaryPrimitives.ReadUInt32LittleEndian(length),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(length),
        });
    }

    private string Line()
    {
        int length = pickle[at..].IndexOf((byte)'\n');
        if (length < 0)
            throw new FormatException("a line was expected");
        string line = Text(Take((ulong)length));
        at++;
        return line;
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw new FormatException("a text is not UTF-8");

    private static object Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxIntegerBytes)
            throw new FormatException($"an integer of {bytes.Length} bytes is longer than {MaxIntegerBytes}");
        var number = new BigInteger(bytes);
        return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
    }

    private void Push(object? value)
    {
        Spend(1);
        stack.Add(value);
    }

    /// <summary>Whatever makes memory grow is counted, so that no pickle of a given size takes much more than one that is honest.</summary>
    private void Spend(int count)
    {
        values += count;
        if (values > MaxValues)
            throw new FormatException($"more than {MaxValues} values");
    }

    private void Remember(uint key)
    {
        Spend(1);
        memo[key] = Top();
    }

    private readonly object? Top() => stack.Count > Mark ? stack[^1] : throw new FormatException("the stack is empty");

    private object? Pop()
    {
        object? value = Top();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private object?[] PopMany(int count) =>
        stack.Count - Mark >= count ? PopFrom(stack.Count - count) : throw new FormatException("the stack is empty");

    private object?[] PopToMark() =>
        marks.TryPop(out int mark) ? PopFrom(mark) : throw new FormatException("there is no mark on the stack");

    private object?[] PopFrom(int start)
    {
        object?[] popped = new object?[stack.Count - start];
        stack.CopyTo(start, popped, 0, popped.Length);
        stack.RemoveRange(start, popped.Length);
        return popped;
    }

    private object?[] PopTuple() => Pop() as object?[] ?? throw new FormatException("arguments are not a tuple");

    private readonly object? Recall(uint key) =>
        memo.TryGetValue(key, out object? value) ? value : throw new FormatException($"nothing was remembered as {key}");

    private readonly void Append(object?[] items)
    {
        if (Top() is not List<object?> list)
            throw new FormatException("items are appended to something other than a list");
        list.AddRange(items);
    }

    private readonly void SetItems(object?[] items)
    {
        if (Top() is not PickleDictionary dictionary)
            throw new FormatException("items are set in something other than a dictionary");
        if (items.Length % 2 != 0)
            throw new FormatException("a key has no value");
        for (int i = 0; i < items.Length; i += 2)
            dictionary[Key(items[i])] = items[i + 1];
    }

    private static object Key(object? key) => key switch
    {
        null => throw new FormatException("None is the key of a dictionary"),
        string { Length: > MaxKeyLength } => throw new FormatException($"the key of a dictionary is longer than {MaxKeyLength}"),
        _ => key,
    };
}
