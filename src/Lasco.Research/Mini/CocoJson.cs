using System.Text.Json;

namespace Lasco.Research.Mini;

/// <summary>The parts that the files of COCO and VQA2.0 have in common.</summary>
internal static class CocoJson
{
    /// <summary>COCO's name of an image: <c>COCO_val2014_000000000042.jpg</c>.</summary>
    public static string FileName(string split, int id) => $"COCO_{split}2014_{id:D12}.jpg";

    /// <summary>The captions file: <c>info</c>, <c>images</c>, <c>licenses</c>, <c>annotations</c>.</summary>
    public static void Captions(Utf8JsonWriter json, string split, int resolution, IReadOnlyList<(int Id, IReadOnlyList<string> Captions)> images)
    {
        json.WriteStartObject();
        Info(json, "captions");
        json.WriteStartArray("images");
        foreach ((int id, _) in images)
        {
            json.WriteStartObject();
            json.WriteNumber("license", 1);
            json.WriteString("file_name", FileName(split, id));
            json.WriteString("coco_url", "");
            json.WriteNumber("height", resolution);
            json.WriteNumber("width", resolution);
            json.WriteString("date_captured", "2014-01-01 00:00:00");
            json.WriteString("flickr_url", "");
            json.WriteNumber("id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("licenses");
        License(json);
        json.WriteEndArray();
        json.WriteStartArray("annotations");
        int caption = 0;
        foreach ((int id, IReadOnlyList<string> captions) in images)
        {
            foreach (string text in captions)
            {
                json.WriteStartObject();
                json.WriteNumber("image_id", id);
                json.WriteNumber("id", ++caption);
                json.WriteString("caption", text);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The property <c>info</c>.</summary>
    public static void Info(Utf8JsonWriter json, string what)
    {
        json.WriteStartObject("info");
        json.WriteString("description", $"Mini world: {what} of rendered images, in the format of the real dataset.");
        json.WriteString("url", "");
        json.WriteString("version", "1.0");
        json.WriteNumber("year", 2014);
        json.WriteString("contributor", "");
        json.WriteString("date_created", "2014-01-01 00:00:00");
        json.WriteEndObject();
    }

    /// <summary>An object that describes the licence.</summary>
    public static void License(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("url", "https://opensource.org/license/mit");
        json.WriteNumber("id", 1);
        json.WriteString("name", "MIT");
        json.WriteEndObject();
    }
}
