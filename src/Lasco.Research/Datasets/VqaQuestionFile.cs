using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Reads <c>v2_OpenEnded_mscoco_{train,val}2014_questions.json</c>.</summary>
internal static class VqaQuestionFile
{
    private static readonly JsonKeys Keys = new([], "image_id", "question", "question_id");

    /// <summary>Hands over the questions in the order of the file.</summary>
    public static void Read(string path, string split, TextPool pool, VqaFaults faults, Action<(long Id, long ImageId, string Text)> add) =>
        VqaEntries.Read(path, split, "questions", faults, (ref JsonFile json, long index) =>
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                faults.Add(path, null, VqaFaultKind.Malformed, $"entry {index} is no object");
                return false;
            }

            long? id = null, image = null;
            string? text = null;
            bool isQuoted = false, hasText = false;
            JsonObject question = json.BeginObject(Keys);
            while (json.Next(ref question))
            {
                switch (question.Key)
                {
                    case "image_id":
                        image = VqaEntries.ReadNumber(ref json, ref isQuoted);
                        break;
                    case "question_id":
                        id = VqaEntries.ReadNumber(ref json, ref isQuoted);
                        break;
                    default:
                        hasText = json.TokenType == JsonTokenType.String;
                        text = json.TryString(pool);
                        break;
                }
            }

            if (isQuoted)
                faults.Add(path, id, VqaFaultKind.NumberAsString, id is null ? $"entry {index}" : null);
            if (id is null || image is null || (text is null && !hasText))
                faults.Add(path, id, VqaFaultKind.Malformed, $"entry {index} has no usable {(id is null ? "question_id" : image is null ? "image_id" : "question")}");
            else if (text is null)
                faults.Add(path, id, VqaFaultKind.BrokenText, "question");
            else
                add((id.Value, image.Value, text));
            return id is not null && image is not null && hasText;
        });
}
