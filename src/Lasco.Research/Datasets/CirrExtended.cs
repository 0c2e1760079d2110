namespace Lasco.Research.Datasets;

/// <summary>Reads CIRR's extended captions: <c>captions_ext/cap.ext.rc2.SPLIT.json</c>.</summary>
public static class CirrExtended
{
    private static readonly JsonKeys TrainKeys = new(["pairid", "reference", "target_hard", "caption_extend"]);
    private static readonly JsonKeys TestKeys = new(["pairid", "reference", "caption_extend"], "target_hard");
    private static readonly JsonKeys AnswerKeys = new(["0", "1", "2", "3"]);

    // What annotators chose in place of a text: none existed, nothing worth mentioning, covered in the query.
    private static readonly string[] Markers = ["[c]", "[cr0]", "[cr1]"];

    /// <summary>Reads one split.</summary>
    /// <param name="root">The folder of <c>captions_ext</c>.</param>
    /// <param name="split"><c>train</c>, <c>val</c> or <c>test1</c>.</param>
    /// <returns>The captions in the file's order; <see cref="CirrExtendedCaption.PairId"/> says which triplet of <see cref="Cirr.Read"/> each belongs to.</returns>
    /// <exception cref="InputException">The file is missing or malformed, or has a <c>pairid</c> twice.</exception>
    public static IReadOnlyList<CirrExtendedCaption> Read(string root, string split)
    {
        if (!Cirr.Splits.Contains(split))
            throw new InputException($"CIRR has no split \"{split}\"; expected train, val or test1");
        var captions = new List<CirrExtendedCaption>();
        var ids = new HashSet<long>();
        JsonFile.Read(Path.Combine(root, "captions_ext", $"cap.ext.rc2.{split}.json"), (ref JsonFile json) =>
        {
            json.BeginList("a list of extended captions");
            for (int i = 0; json.NextItem("pair", i); i++)
            {
                long offset = json.Offset;
                CirrExtendedCaption caption = ReadCaption(ref json, split == "test1" ? TestKeys : TrainKeys);
                if (!ids.Add(caption.PairId))
                    throw json.FailAt(offset, $"the pairid {caption.PairId} stands in an earlier pair too");
                captions.Add(caption);
            }
        });
        return captions;
    }

    private static CirrExtendedCaption ReadCaption(ref JsonFile json, JsonKeys keys)
    {
        long id = 0;
        string reference = "";
        string? target = null;
        var answers = new string?[AnswerKeys.Count];
        JsonObject pair = json.BeginObject(keys);
        while (json.Next(ref pair))
        {
            switch (pair.Key)
            {
                case "pairid":
                    id = json.Int64();
                    break;
                case "reference":
                    reference = json.String("the name of an image");
                    break;
                case "target_hard":
                    target = json.String("the name of an image");
                    break;
                default:
                    JsonObject answer = json.BeginObject(AnswerKeys);
                    while (json.Next(ref answer))
                        answers[answer.Key[0] - '0'] = Text(json.String("an answer"));
                    break;
            }
        }

        return new CirrExtendedCaption(id, reference, target, answers[0], answers[1], answers[2], answers[3]);
    }

    private static string? Text(string answer) =>
        Array.Exists(Markers, marker => answer.StartsWith(marker, StringComparison.Ordinal)) ? null : answer;
}
