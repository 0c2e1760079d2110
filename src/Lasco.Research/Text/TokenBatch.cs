namespace Lasco.Research.Text;

/// <summary>Token sequences of different lengths as one matrix, row by row, padded at their ends.</summary>
/// <param name="Ids">[<paramref name="Rows"/> × <paramref name="Columns"/>] token ids.</param>
/// <param name="Mask">[<paramref name="Rows"/> × <paramref name="Columns"/>], 1 where a token stands and 0 where padding does.</param>
/// <param name="Rows">The number of sequences.</param>
/// <param name="Columns">The length of a row.</param>
public sealed record TokenBatch(long[] Ids, long[] Mask, int Rows, int Columns)
{
    /// <summary>Pads sequences to a common length.</summary>
    /// <param name="sequences">The sequences, such as a tokenizer gives.</param>
    /// <param name="padId">The id that fills the rows up.</param>
    /// <param name="columns">The length of a row, or null for that of the longest sequence.</param>
    /// <exception cref="ArgumentException">A sequence is longer than <paramref name="columns"/>: truncate when encoding.</exception>
    public static TokenBatch Pad(IReadOnlyList<int[]> sequences, int padId, int? columns = null)
    {
        int longest = sequences.Count == 0 ? 0 : sequences.Max(sequence => sequence.Length);
        int width = columns ?? longest;
        if (longest > width)
            throw new ArgumentException($"a sequence of {longest} tokens does not fit into {width} columns", nameof(sequences));

        long[] ids = new long[checked(sequences.Count * width)];
        long[] mask = new long[ids.Length];
        Array.Fill(ids, padId);
        for (int row = 0; row < sequences.Count; row++)
        {
            int[] sequence = sequences[row];
            for (int i = 0; i < sequence.Length; i++)
                ids[(row * width) + i] = sequence[i];
            mask.AsSpan(row * width, sequence.Length).Fill(1);
        }

        return new TokenBatch(ids, mask, sequences.Count, width);
    }
}
