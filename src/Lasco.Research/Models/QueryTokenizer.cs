using Lasco.Research.Text;

namespace Lasco.Research.Models;

/// <summary>Token sequences of queries, as the shift encoder expects them (paper section 4.2 and appendix B).</summary>
public sealed class QueryTokenizer
{
    private readonly BertTokenizer tokenizer;
    private readonly CaseConfig config;

    /// <summary>Sequences for one model.</summary>
    /// <param name="tokenizer">The model's vocabulary.</param>
    /// <param name="config">The model's settings.</param>
    public QueryTokenizer(BertTokenizer tokenizer, CaseConfig config)
    {
        this.tokenizer = tokenizer;
        this.config = config;
    }

    /// <summary>The id that fills short sequences.</summary>
    public int PadId => tokenizer.PadId;

    /// <summary><c>[ENC] text [SEP]</c>, or the first token alone for the image-only variant.</summary>
    /// <param name="text">The transition text.</param>
    public int[] Query(string text)
    {
        int first = config.FirstToken == FirstToken.Enc ? tokenizer.EncId : tokenizer.ClsId;
        if (config.Modalities == Modalities.ImageOnly)
            return [first];
        int[] ids = tokenizer.Encode(text, config.MaxPositionEmbeddings - 1);
        ids[0] = first;
        return ids;
    }

    /// <summary>The query's sequence with [REV] after the first token.</summary>
    /// <param name="text">The transition text.</param>
    public int[] ReverseQuery(string text)
    {
        int[] query = Query(text);
        return [query[0], tokenizer.RevId, .. query[1..]];
    }
}
