using System.Globalization;
using System.Text;
using Lasco.Research.Datasets;

namespace Lasco.Cli.Tests;

/// <summary>Files like VQA2.0's, of its size and beyond, from a few question forms and many nouns.</summary>
internal static class VqaGenerator
{
    private static readonly string[] Nouns = ["car", "dog", "cat", "bus", "train", "umbrella", "man", "woman", "table", "shirt", "boat", "horse", "pizza", "clock", "building", "bench", "truck", "plane", "giraffe", "bed"];
    private static readonly string[] Colors = ["red", "blue", "green", "white", "black", "brown", "gray", "yellow", "orange", "pink"];
    private static readonly string[] Places = ["on the table", "on the street", "in the water", "in the background", "near the fence", "under the tree", "on the left"];

    /// <summary>Writes a split whose first questions are paired, two by two; each image has about five questions.</summary>
    public static void Write(string folder, string split, int questions, int pairs, int seed)
    {
        var random = new Random(seed);
        long[] ids = [.. Enumerable.Range(0, questions).Select(i => (i / 2 * 7L % 81_000 + 1 + 90_000 * (i % 2)) * 1000 + i / 162_000)];
        var asked = new (string Question, string Type, string Answer, string AnswerType)[questions];
        for (int i = 0; i < questions; i += 2)
        {
            var (question, type, answerType, first, second) = Ask(random);
            asked[i] = (question, type, first, answerType);
            if (i + 1 < questions)
                asked[i + 1] = (question, type, second, answerType);
        }

        using (StreamWriter writer = Open(Path.Combine(folder, Vqa.QuestionFile(split))))
        {
            writer.Write($"{{\"info\": {{\"year\": 2017}}, \"task_type\": \"Open-Ended\", \"data_type\": \"mscoco\", \"license\": {{\"name\": \"x\"}}, \"data_subtype\": \"{split}2014\", \"questions\": [");
            for (int i = 0; i < questions; i++)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{{\"image_id\": {ids[i] / 1000}, \"question\": \"{asked[i].Question}\", \"question_id\": {ids[i]}}}"));
            writer.Write("]}");
        }

        using (StreamWriter writer = Open(Path.Combine(folder, Vqa.AnnotationFile(split))))
        {
            writer.Write($"{{\"info\": {{\"year\": 2017}}, \"license\": {{\"name\": \"x\"}}, \"data_subtype\": \"{split}2014\", \"annotations\": [");
            for (int i = 0; i < questions; i++)
            {
                writer.Write($"{(i == 0 ? "" : ", ")}{{\"question_type\": \"{asked[i].Type}\", \"multiple_choice_answer\": \"{asked[i].Answer}\", \"answers\": [");
                for (int annotator = 1; annotator <= 10; annotator++)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{(annotator == 1 ? "" : ", ")}{{\"answer\": \"{(annotator == 9 ? $"odd {i}" : asked[i].Answer)}\", \"answer_confidence\": \"yes\", \"answer_id\": {annotator}}}"));
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"], \"image_id\": {ids[i] / 1000}, \"answer_type\": \"{asked[i].AnswerType}\", \"question_id\": {ids[i]}}}"));
            }

            writer.Write("], \"data_type\": \"mscoco\"}");
        }

        using (StreamWriter writer = Open(Path.Combine(folder, Vqa.PairFile(split))))
            writer.Write($"[{string.Join(", ", Enumerable.Range(0, pairs).Select(i => $"[{ids[2 * i]}, {ids[2 * i + 1]}]"))}]");
    }

    private static (string Question, string Type, string AnswerType, string First, string Second) Ask(Random random)
    {
        string noun = Pick(Nouns, random), place = Pick(Places, random), color = Pick(Colors, random), other = Colors[(Array.IndexOf(Colors, color) + 1 + random.Next(9)) % 10];
        return random.Next(6) switch
        {
            0 => ($"What color is the {noun} {place}?", "what color is the", "other", color, other),
            1 => ($"Is there a {color} {noun} {place}?", "is there a", "yes/no", "yes", "no"),
            2 => ($"How many {noun}s are {place}?", "how many", "number", $"{random.Next(4)}", $"{4 + random.Next(5)}"),
            3 => ($"Is the {noun} {color}?", "is the", "yes/no", "no", "yes"),
            4 => ($"Where is the {color} {noun}?", "where is the", "other", place, "at the beach"),
            _ => ($"What is {place}?", "what is", "other", noun, $"{color} box"),
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private static StreamWriter Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
    }
}
