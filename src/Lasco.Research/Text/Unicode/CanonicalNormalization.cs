using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lasco.Research.Text.Unicode;

/// <summary>
/// Canonical decomposition (NFD) and composition (NFC), Unicode Standard Annex #15. <see cref="string.Normalize()"/> leaves
/// text beyond ASCII as it is where globalization is invariant, and elsewhere follows the version of the machine's ICU;
/// token ids must depend on neither.
/// </summary>
internal static class CanonicalNormalization
{
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7;
    private const int LCount = 19, VCount = 21, TCount = 28, SCount = LCount * VCount * TCount;

    private static readonly FrozenDictionary<int, int[]> Decompositions;
    private static readonly FrozenDictionary<long, int> Compositions;
    private static readonly FrozenDictionary<int, byte> Classes;

    static CanonicalNormalization()
    {
        Dictionary<int, int[]> oneStep = [];
        Dictionary<long, int> compositions = [];
        foreach (Range entry in Entries(CanonicalData.Decompositions))
        {
            ReadOnlySpan<char> text = CanonicalData.Decompositions.AsSpan(entry);
            int sign = text.IndexOfAny('=', '!'), plus = text.IndexOf('+');
            int composed = Hex(text[..sign]);
            if (plus < 0)
            {
                oneStep.Add(composed, [Hex(text[(sign + 1)..])]);
                continue;
            }

            int first = Hex(text[(sign + 1)..plus]), second = Hex(text[(plus + 1)..]);
            oneStep.Add(composed, [first, second]);
            if (text[sign] == '=')
                compositions.Add(Pair(first, second), composed);
        }

        Dictionary<int, byte> classes = [];
        foreach (Range entry in Entries(CanonicalData.CombiningClasses))
        {
            ReadOnlySpan<char> text = CanonicalData.CombiningClasses.AsSpan(entry);
            int dash = text.IndexOf('-'), colon = text.IndexOf(':');
            byte combiningClass = byte.Parse(text[(colon + 1)..], CultureInfo.InvariantCulture);
            for (int c = Hex(text[..dash]); c <= Hex(text[(dash + 1)..colon]); c++)
                classes.Add(c, combiningClass);
        }

        IEnumerable<int> Full(int c) => oneStep.TryGetValue(c, out int[]? parts) ? parts.SelectMany(Full) : [c];
        Decompositions = oneStep.Keys.ToFrozenDictionary(c => c, c => Full(c).ToArray());
        Compositions = compositions.ToFrozenDictionary();
        Classes = classes.ToFrozenDictionary();
    }

    /// <summary>Appends <paramref name="text"/> in normalization form D; lone surrogates pass through.</summary>
    public static void AppendDecomposed(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        foreach (int c in Decompose(text))
            output.AppendCodePoint(c);
    }

    /// <summary>Appends <paramref name="text"/> in normalization form C; lone surrogates pass through.</summary>
    public static void AppendComposed(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        Span<int> points = CollectionsMarshal.AsSpan(Decompose(text));
        int starter = -1, kept = 0, lastClass = 0;
        foreach (int c in points)
        {
            int combiningClass = Classes.GetValueOrDefault(c);
            bool blocked = starter < 0 || (kept - 1 != starter && lastClass >= combiningClass);
            if (!blocked && TryCompose(points[starter], c, out int composed))
            {
                points[starter] = composed;
                continue;
            }

            if (combiningClass == 0)
                starter = kept;
            lastClass = combiningClass;
            points[kept++] = c;
        }

        for (int i = 0; i < kept; i++)
            output.AppendCodePoint(points[i]);
    }

    private static List<int> Decompose(ReadOnlySpan<char> text)
    {
        var points = new List<int>(text.Length + 8);
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.Next(text, ref i), syllable = c - SBase;
            if (c < 0xC0)
            {
                points.Add(c);
            }
            else if ((uint)syllable < SCount)
            {
                points.Add(LBase + (syllable / (VCount * TCount)));
                points.Add(VBase + (syllable / TCount % VCount));
                if (syllable % TCount != 0)
                    points.Add(TBase + (syllable % TCount));
            }
            else if (Decompositions.TryGetValue(c, out int[]? parts))
            {
                points.AddRange(parts);
            }
            else
            {
                points.Add(c);
            }
        }

        Reorder(points);
        return points;
    }

    // Runs of marks of a class other than 0 are put in the order of their classes, equal ones staying as they were.
    private static void Reorder(List<int> points)
    {
        for (int start = 0; start < points.Count; start++)
        {
            if (points[start] < 0x300 || Classes.GetValueOrDefault(points[start]) == 0)
                continue;
            int end = start + 1;
            while (end < points.Count && Classes.GetValueOrDefault(points[end]) != 0)
                end++;
            if (end - start > 1)
            {
                int[] sorted = [.. points.GetRange(start, end - start).OrderBy(c => Classes[c])];
                for (int i = 0; i < sorted.Length; i++)
                    points[start + i] = sorted[i];
            }

            start = end;
        }
    }

    private static bool TryCompose(int first, int second, out int composed)
    {
        if ((uint)(first - LBase) < LCount && (uint)(second - VBase) < VCount)
        {
            composed = SBase + ((((first - LBase) * VCount) + second - VBase) * TCount);
            return true;
        }

        if ((uint)(first - SBase) < SCount && (first - SBase) % TCount == 0 && second is > TBase and < TBase + TCount)
        {
            composed = first + second - TBase;
            return true;
        }

        return Compositions.TryGetValue(Pair(first, second), out composed);
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static List<Range> Entries(string data)
    {
        List<Range> entries = [];
        foreach (Range entry in data.AsSpan().SplitAny(' ', '\n'))
        {
            if (!data.AsSpan(entry).IsEmpty)
                entries.Add(entry);
        }

        return entries;
    }
}
