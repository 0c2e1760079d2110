using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Lasco.Research.Checkpoints;

/// <summary>
/// The directory of a zip archive whose entries are stored uncompressed, as torch.save writes them, so that each
/// is a range of the file. Understands zip64. Overlapping and duplicate entries are refused, and so are compressed
/// and encrypted ones once they are asked for: all that can be read is never larger than the file.
/// </summary>
internal sealed class StoredZip
{
    private const int EndBytes = 22, MaxCommentBytes = 65535, LocatorBytes = 20, End64Bytes = 56, CentralBytes = 46, LocalBytes = 30;
    private const uint EndMark = 0x06054b50, LocatorMark = 0x07064b50, End64Mark = 0x06064b50, CentralMark = 0x02014b50, LocalMark = 0x04034b50;
    private const int MaxEntries = 1 << 20;

    private readonly MappedFile file;
    private readonly Dictionary<string, Entry> entries = [];

    private StoredZip(MappedFile file) => this.file = file;

    /// <summary>The names of all entries.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>Whether a file begins as a zip archive does.</summary>
    public static bool Is(MappedFile file) => file.Length >= EndBytes && Mark(file.Span(0, 4)) is LocalMark or EndMark;

    /// <exception cref="InputException">The archive is damaged, truncated, or not only stored.</exception>
    public static StoredZip Read(MappedFile file)
    {
        var zip = new StoredZip(file);
        var (count, start, end) = zip.FindDirectory();
        zip.ReadDirectory(count, start, end);
        return zip;
    }

    /// <summary>Where an entry's bytes lie in the file, or null where there is no such entry.</summary>
    /// <exception cref="InputException">The entry is compressed or encrypted.</exception>
    public (long Offset, long Length)? Find(string name)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        if (!entry.Stored)
            throw Damaged($"entry {Quoted.Text(name)} is compressed or encrypted; torch.save stores it as it is");
        return (entry.Offset, entry.Length);
    }

    private static uint Mark(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private (long Count, long Start, long End) FindDirectory()
    {
        long endAt = FindEnd();
        var end = file.Span(endAt, EndBytes);
        ulong count = U16(end, 10), size = U32(end, 12), start = U32(end, 16);
        long limit = endAt;
        if (endAt >= LocatorBytes && Mark(file.Span(endAt - LocatorBytes, 4)) == LocatorMark)
        {
            ulong end64At = U64(file.Span(endAt - LocatorBytes, LocatorBytes), 8);
            limit = endAt - LocatorBytes;
            if (end64At > (ulong)limit || limit - (long)end64At < End64Bytes || Mark(file.Span((long)end64At, 4)) != End64Mark)
                throw Damaged($"the zip64 end record is not at byte {end64At}");

            var end64 = file.Span((long)end64At, End64Bytes);
            (count, size, start, limit) = (U64(end64, 32), U64(end64, 40), U64(end64, 48), (long)end64At);
        }

        if (start > (ulong)limit || size > (ulong)limit - start)
            throw Damaged($"the directory, {size} bytes at {start}, lies outside the file");
        if (count > MaxEntries || count > size / CentralBytes)
            throw Damaged($"a directory of {size} bytes cannot hold {count} entries (at most {MaxEntries} are read)");
        return ((long)count, (long)start, (long)(start + size));
    }

    private long FindEnd()
    {
        long first = Math.Max(0, file.Length - EndBytes - MaxCommentBytes);
        var tail = file.Span(first, file.Length - first);
        for (int at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (Mark(tail[at..]) == EndMark && at + EndBytes + U16(tail, at + 20) == tail.Length)
                return first + at;
        }

        throw Damaged("it has no end record: the file is truncated or not a zip archive");
    }

    private void ReadDirectory(long count, long start, long end)
    {
        var used = new List<(long Start, long End)>((int)count);
        long at = start;
        for (long i = 0; i < count; i++)
        {
            if (end - at < CentralBytes || Mark(file.Span(at, 4)) != CentralMark)
                throw Damaged($"entry {i} of the directory is not at byte {at}");

            var fixedPart = file.Span(at, CentralBytes);
            int nameLength = U16(fixedPart, 28), extraLength = U16(fixedPart, 30), commentLength = U16(fixedPart, 32);
            if (end - at < CentralBytes + nameLength + extraLength + commentLength)
                throw Damaged($"entry {i} of the directory runs past its end");

            var nameBytes = file.Span(at + CentralBytes, nameLength);
            if (!Utf8.IsValid(nameBytes))
                throw Damaged($"entry {i} has a name that is not UTF-8");
            string name = Encoding.UTF8.GetString(nameBytes);
            var (local, entry) = Locate(name, fixedPart, nameBytes, file.Span(at + CentralBytes + nameLength, extraLength), start);
            if (!entries.TryAdd(name, entry))
                throw Damaged($"entry {Quoted.Text(name)} occurs twice");
            used.Add((local, entry.Offset + entry.Length));
            at += CentralBytes + nameLength + extraLength + commentLength;
        }

        used.Sort();
        for (int i = 1; i < used.Count; i++)
        {
            if (used[i].Start < used[i - 1].End)
                throw Damaged($"two entries overlap at byte {used[i].Start}");
        }
    }

    private (long Local, Entry Entry) Locate(
        string name, ReadOnlySpan<byte> central, ReadOnlySpan<byte> nameBytes, ReadOnlySpan<byte> extra, long limit)
    {
        const int encrypted = 1;
        bool stored = (U16(central, 8) & encrypted) == 0 && U16(central, 10) == 0;
        ulong length = U32(central, 20), uncompressed = U32(central, 24), local = U32(central, 42);
        ReadZip64(name, extra, ref uncompressed, ref length, ref local);
        if (stored && length != uncompressed)
            throw Damaged($"entry {Quoted.Text(name)} is stored, but has two lengths, {length} and {uncompressed}");
        if (local > (ulong)limit || limit - (long)local < LocalBytes || Mark(file.Span((long)local, 4)) != LocalMark)
            throw Damaged($"entry {Quoted.Text(name)} does not begin at byte {local}");

        var header = file.Span((long)local, LocalBytes);
        long nameAt = (long)local + LocalBytes, offset = nameAt + U16(header, 26) + U16(header, 28);
        if (offset > limit || length > (ulong)(limit - offset))
            throw Damaged($"entry {Quoted.Text(name)}, {length} bytes at {offset}, runs past the end of the data at {limit}");
        if (!file.Span(nameAt, U16(header, 26)).SequenceEqual(nameBytes))
            throw Damaged($"entry {Quoted.Text(name)} has another name at byte {nameAt}");
        return ((long)local, new Entry(offset, (long)length, stored));
    }

    /// <summary>Replaces the 32-bit fields that say "see the zip64 field" by the 64-bit ones, which follow in this order.</summary>
    private void ReadZip64(string name, ReadOnlySpan<byte> extra, ref ulong uncompressed, ref ulong length, ref ulong local)
    {
        const int zip64 = 1;
        while (extra.Length >= 4)
        {
            int id = U16(extra, 0), size = U16(extra, 2);
            if (size > extra.Length - 4)
                return;
            if (id == zip64)
            {
                var field = extra.Slice(4, size);
                Take(ref field, ref uncompressed);
                Take(ref field, ref length);
                Take(ref field, ref local);
                return;
            }

            extra = extra[(4 + size)..];
        }

        void Take(ref ReadOnlySpan<byte> field, ref ulong value)
        {
            if (value != uint.MaxValue)
                return;
            if (field.Length < sizeof(ulong))
                throw Damaged($"entry {Quoted.Text(name)} has a zip64 field that is too short");
            value = U64(field, 0);
            field = field[sizeof(ulong)..];
        }
    }

    private InputException Damaged(string problem) => new(file.Path, $"as a zip archive: {problem}");

    /// <summary>A range of the file, and whether it is the entry's bytes as they are.</summary>
    private readonly record struct Entry(long Offset, long Length, bool Stored);
}
