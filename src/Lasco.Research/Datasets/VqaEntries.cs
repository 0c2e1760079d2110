namespace Lasco.Research.Datasets;

/// <summary>Reads one entry of a list; the reader stands on its first token and is left on its last.</summary>
/// <param name="json">The file.</param>
/// <param name="index">The entry's position, from 0.</param>
/// <returns>Whether the entry could be read; why not is among the faults.</returns>
internal delegate bool VqaEntryReader(ref JsonFile json, long index);

/// <summary>What VQA2.0's three files have in common: a long list in which a bad entry does not spoil the good ones.</summary>
internal static class VqaEntries
{
    /// <summary>Reads the list <paramref name="key"/> of an object whose <c>data_subtype</c>, where there is one, is the split's.</summary>
    /// <exception cref="InputException">The file is of another kind or another split.</exception>
    public static void Read(string path, string split, string key, VqaFaults faults, VqaEntryReader readEntry)
    {
        var keys = new JsonKeys([key], "data_subtype");
        ReadFile(path, faults, (ref JsonFile json, ref long good) =>
        {
            JsonObject file = json.BeginObject(keys);
            while (json.Next(ref file))
            {
                if (file.Key == key)
                    ReadList(ref json, key, readEntry, ref good);
                else if (json.String() is var subset && subset != $"{split}2014")
                    throw json.Fail($"expected \"{split}2014\", found \"{subset}\"");
            }
        });
    }

    /// <summary>Reads a file that is one list.</summary>
    /// <exception cref="InputException">The file is of another kind.</exception>
    public static void ReadList(string path, string expected, VqaFaults faults, VqaEntryReader readEntry) =>
        ReadFile(path, faults, (ref JsonFile json, ref long good) => ReadList(ref json, expected, readEntry, ref good));

    /// <summary>A whole number of an entry; one in quotation marks is a fault, but read.</summary>
    /// <returns>The number, or null where there is none.</returns>
    public static long? ReadNumber(ref JsonFile json, ref bool isQuoted)
    {
        bool isNumber = json.TryInt64(out long value, out bool quoted);
        isQuoted |= isNumber && quoted;
        return isNumber && value >= 0 ? value : null;
    }

    private delegate void FileReader(ref JsonFile json, ref long good);

    private static void ReadFile(string path, VqaFaults faults, FileReader read)
    {
        long good = 0;
        InputException? cut = JsonFile.ReadWhatIsThere(path, (ref JsonFile json) => read(ref json, ref good));
        if (cut is null)
            return;
        if (good == 0)
            throw cut;
        faults.Add(path, null, VqaFaultKind.CutShort, $"after {good} good entries");
    }

    private static void ReadList(ref JsonFile json, string key, VqaEntryReader readEntry, ref long good)
    {
        json.BeginList($"a list of {key}");
        long offset = json.Offset, count = 0;
        for (; json.NextItem("entry", count); count++)
        {
            if (readEntry(ref json, count))
                good++;
        }

        if (count > 0 && good == 0)
            throw json.FailAt(offset, $"expected a list of {key}, found {count} entries, none of them good");
    }
}
