using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Reads <c>v2_mscoco_{train,val}2014_annotations.json</c>.</summary>
internal static class VqaAnnotationFile
{
    private static readonly JsonKeys Keys = new([], "question_type", "multiple_choice_answer", "answers", "image_id", "answer_type", "question_id");
    private static readonly JsonKeys AnswerKeys = new([], "answer");

    /// <summary>Hands over the annotations in the order of the file.</summary>
    public static void Read(string path, string split, TextPool pool, VqaFaults faults, Action<VqaAnnotation> add)
    {
        var answers = new List<string>(10);
        VqaEntries.Read(path, split, "annotations", faults, (ref JsonFile json, long index) =>
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                faults.Add(path, null, VqaFaultKind.Malformed, $"entry {index} is no object");
                return false;
            }

            long? id = null, image = null;
            string? choice = null, questionType = null, answerType = null, broken = null;
            bool isQuoted = false;
            answers.Clear();
            JsonObject annotation = json.BeginObject(Keys);
            while (json.Next(ref annotation))
            {
                switch (annotation.Key)
                {
                    case "question_id":
                        id = VqaEntries.ReadNumber(ref json, ref isQuoted);
                        break;
                    case "image_id":
                        image = VqaEntries.ReadNumber(ref json, ref isQuoted);
                        break;
                    case "answers":
                        ReadAnswers(ref json, pool, answers, ref broken);
                        break;
                    default:
                        bool isText = json.TokenType == JsonTokenType.String;
                        string? text = json.TryString(pool);
                        if (isText && text is null)
                            broken = annotation.Key;
                        if (annotation.Key == "question_type")
                            questionType = text;
                        else if (annotation.Key == "answer_type")
                            answerType = text;
                        else
                            choice = string.IsNullOrWhiteSpace(text) ? null : text;
                        break;
                }
            }

            if (isQuoted)
                faults.Add(path, id, VqaFaultKind.NumberAsString, id is null ? $"entry {index}" : null);
            if (broken is not null)
                faults.Add(path, id, VqaFaultKind.BrokenText, broken);
            if (id is null)
                faults.Add(path, null, VqaFaultKind.Malformed, $"entry {index} has no usable question_id");
            else
                add(new VqaAnnotation(id.Value, image, choice, answers, questionType, answerType));
            return id is not null;
        });
    }

    private static void ReadAnswers(ref JsonFile json, TextPool pool, List<string> answers, ref string? broken)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.NextElement())
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            JsonObject answer = json.BeginObject(AnswerKeys);
            while (json.Next(ref answer))
            {
                bool isText = json.TokenType == JsonTokenType.String;
                string? text = json.TryString(pool);
                if (isText && text is null)
                    broken = "answers";
                if (!string.IsNullOrWhiteSpace(text))
                    answers.Add(text);
            }
        }
    }
}
