using System.Globalization;
using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Study;

/// <summary>A rater's answers, as the page saves them.</summary>
/// <param name="File">The file.</param>
/// <param name="Study">The id of the study.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scale">The scale that was answered on.</param>
/// <param name="Rater">Who rated: a name or code, without white space around it.</param>
/// <param name="Exported">When the file was saved.</param>
/// <param name="Ratings">The answers; nothing says yet that the items are the study's and the scores on its scale.</param>
public sealed record StudyExport(
    string File, string Study, string Title, RatingScale Scale, string Rater, DateTimeOffset Exported, IReadOnlyList<StudyRating> Ratings)
{
    /// <summary>What the page calls its format.</summary>
    internal const string FormatName = "lasco-study/1";

    private static readonly JsonKeys ExportKeys = new(["format", "study", "scale", "rater", "ratings"], "title", "exported");
    private static readonly JsonKeys RatingKeys = new(["item", "score"]);

    /// <summary>Tells raters apart: the name, without regard to case, or the file where there is none.</summary>
    internal string RaterKey => Rater.Length > 0 ? Rater : $"\0{File}";

    /// <summary>Reads a rater's file.</summary>
    /// <param name="path">A file that the page saved.</param>
    /// <exception cref="InputException">The file is missing, cut short or malformed, or is something else.</exception>
    public static StudyExport Read(string path)
    {
        var export = new StudyExport(path, "", "", RatingScale.GoodBad, "", default, []);
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            JsonObject item = json.BeginObject(ExportKeys);
            while (json.Next(ref item))
            {
                switch (item.Key)
                {
                    case "format":
                        if (json.String() is var format && format != FormatName)
                            throw json.Expected($"\"{FormatName}\"");
                        break;
                    case "study":
                        export = export with { Study = json.String() };
                        break;
                    case "title":
                        export = export with { Title = json.String() };
                        break;
                    case "scale":
                        export = export with { Scale = RatingScale.Of(json.String()) ?? throw json.Expected(string.Join(" or ", RatingScale.All.Select(scale => $"\"{scale}\""))) };
                        break;
                    case "rater":
                        export = export with { Rater = json.String().Trim() };
                        break;
                    case "exported":
                        export = export with { Exported = ReadTime(ref json) };
                        break;
                    default:
                        export = export with { Ratings = ReadRatings(ref json) };
                        break;
                }
            }
        });
        return export;
    }

    /// <summary>Writes the answers as a page saves them, such as answers that were given elsewhere; <see cref="Read"/> reads them back.</summary>
    /// <param name="path">The file to write; replaced atomically.</param>
    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", FormatName);
        json.WriteString("study", Study);
        json.WriteString("title", Title);
        json.WriteString("scale", Scale.Name);
        json.WriteString("rater", Rater);
        json.WriteString("exported", Exported);
        json.WriteStartArray("ratings");
        foreach (StudyRating rating in Ratings)
        {
            json.WriteStartObject();
            json.WriteString("item", rating.Item);
            json.WriteNumber("score", rating.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static DateTimeOffset ReadTime(ref JsonFile json) =>
        DateTimeOffset.TryParse(json.String(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw json.Expected("a date and time, as in 2024-02-20T12:00:00Z");

    private static List<StudyRating> ReadRatings(ref JsonFile json)
    {
        var ratings = new List<StudyRating>();
        json.BeginList("a list of answers");
        while (json.NextElement())
        {
            string item = "";
            long score = 0;
            JsonObject rating = json.BeginObject(RatingKeys);
            while (json.Next(ref rating))
            {
                if (rating.Key == "item")
                    item = json.String();
                else
                    score = json.Int64();
            }

            ratings.Add(new StudyRating(item, score));
        }

        return ratings;
    }
}
