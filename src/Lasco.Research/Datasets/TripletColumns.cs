using System.Buffers;
using System.Collections;
using System.Text;

namespace Lasco.Research.Datasets;

/// <summary>
/// The triplets of a large split, one text each, in columns: 24 bytes and the text's UTF-8 a triplet. A
/// <see cref="Triplet"/> is made anew whenever one is asked for, so that a million triplets are a handful of arrays to
/// the garbage collector.
/// </summary>
internal sealed class TripletColumns : IReadOnlyList<Triplet>
{
    private readonly List<Row> rows = [];
    private readonly ArrayBufferWriter<byte> texts = new(1 << 20);

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public Triplet this[int index]
    {
        get
        {
            Row row = rows[index];
            int start = index == 0 ? 0 : rows[index - 1].TextEnd;
            string text = Encoding.UTF8.GetString(texts.WrittenSpan[start..row.TextEnd]);
            return new Triplet { Id = row.Id, Query = row.Query, Target = row.Target, Texts = [text] };
        }
    }

    /// <summary>Keeps the string that <paramref name="json"/> stands on as the text of the triplet to be added next.</summary>
    public void SetText(ref JsonFile json) => json.CopyString(texts);

    /// <summary>Adds a triplet with the text that was set.</summary>
    public void Add(long id, int query, int target) => rows.Add(new Row(id, query, target, texts.WrittenCount));

    /// <inheritdoc/>
    public IEnumerator<Triplet> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Row(long Id, int Query, int Target, int TextEnd);
}
