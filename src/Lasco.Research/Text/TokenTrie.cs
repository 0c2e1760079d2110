using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lasco.Research.Text;

/// <summary>
/// A prefix tree over UTF-16 whose edges lie in one open-addressing hash table. A node is named by the slot of the edge that
/// leads to it, so the longest entry that begins a text is found with one probe a character.
/// </summary>
internal sealed class TokenTrie
{
    private const int Root = -1;
    private readonly Edge[] edges;
    private readonly int shift;

    /// <summary>Builds the tree.</summary>
    /// <param name="entries">The texts to find, none of them empty, and what each stands for, at least 0.</param>
    public TokenTrie(IReadOnlyCollection<(ReadOnlyMemory<char> Text, int Value)> entries)
    {
        // One edge a character at most, so the table is at most half full.
        long characters = entries.Sum(entry => (long)entry.Text.Length);
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((ulong)(2 * characters) + 2));
        edges = new Edge[1 << bits];
        shift = 64 - bits;
        foreach ((ReadOnlyMemory<char> text, int value) in entries)
        {
            int node = Root;
            foreach (char c in text.Span)
            {
                int slot = Slot(node, c);
                edges[slot].Key = Key(node, c);
                node = slot;
            }

            edges[node].ValuePlusOne = value + 1;
        }
    }

    /// <summary>The longest entry that <paramref name="text"/> begins with.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="length">The entry's length, or 0.</param>
    /// <returns>What the entry stands for, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LongestPrefix(ReadOnlySpan<char> text, out int length)
    {
        int node = Root, value = -1;
        length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            node = Slot(node, text[i]);
            ref readonly Edge edge = ref edges[node];
            if (edge.Key == 0)
                break;
            if (edge.ValuePlusOne != 0)
            {
                value = edge.ValuePlusOne - 1;
                length = i + 1;
            }
        }

        return value;
    }

    // 0 marks a free slot: the root counts as 1, slot 0 as 2.
    private static ulong Key(int node, char c) => ((ulong)(node + 2) << 16) | c;

    private int Slot(int node, char c)
    {
        ulong key = Key(node, c);
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> shift);
        while (edges[slot].Key != key && edges[slot].Key != 0)
            slot = (slot + 1) & (edges.Length - 1);
        return slot;
    }

    private struct Edge
    {
        public ulong Key;
        public int ValuePlusOne;
    }
}
