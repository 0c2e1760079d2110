using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lasco.Research.Models;

/// <summary>A model's <c>config.json</c>: keys in snake case, each known and there once.</summary>
internal static class ConfigFile
{
    private const int MaxBytes = 1 << 20;
    private const int MaxSize = 1 << 20;
    private const double MaxWeights = 1L << 32;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reads a configuration; whether its sizes fit together is for the record to check.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InputException">The file is missing, malformed, has an unknown key or lacks one.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxBytes)
                throw new InputException(path, $"has {stream.Length} bytes, more than a configuration's {MaxBytes}");
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InputException(path, "expected a JSON object, found null");
        }
        catch (JsonException e)
        {
            throw new InputException(path, $"line {e.LineNumber + 1 ?? 1}, {e.Path ?? "$"}: {e.Message.Split(" Path: ")[0]}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Unreadable(path, e);
        }
    }

    /// <summary>The keys of a file's JSON object.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InputException">The file is missing or malformed.</exception>
    public static ICollection<string> Keys(string path) => Read<Dictionary<string, JsonElement>>(path).Keys;

    /// <summary>The JSON text that <see cref="Read"/> reads.</summary>
    /// <param name="config">The record.</param>
    public static string Text(object config) => JsonSerializer.Serialize(config, config.GetType(), Json) + "\n";

    /// <summary>Refuses sizes that no model has.</summary>
    /// <param name="file">The configuration, for messages.</param>
    /// <param name="sizes">The sizes and their keys.</param>
    /// <exception cref="InputException">A size is not positive, or absurd.</exception>
    public static void CheckSizes(string file, params (string Key, int Value)[] sizes)
    {
        foreach (var (key, value) in sizes)
        {
            if (value is < 1 or > MaxSize)
                throw new InputException(file, $"{key} is {value}: expected 1 to {MaxSize}");
        }
    }

    /// <summary>Refuses a size that another does not divide.</summary>
    /// <param name="file">The configuration, for messages.</param>
    /// <param name="key">The size's key.</param>
    /// <param name="value">The size.</param>
    /// <param name="byKey">The divisor's key.</param>
    /// <param name="divisor">The divisor.</param>
    /// <exception cref="InputException">It does not divide.</exception>
    public static void CheckDivides(string file, string key, int value, string byKey, int divisor)
    {
        if (value % divisor != 0)
            throw new InputException(file, $"{key} {value} is not a multiple of {byKey} {divisor}");
    }

    /// <summary>Refuses a model that would not fit in memory, before any of it is allocated.</summary>
    /// <param name="file">The configuration, for messages.</param>
    /// <param name="weights">About how many weights the sizes amount to.</param>
    /// <exception cref="InputException">There are too many.</exception>
    public static void CheckWeights(string file, double weights)
    {
        if (weights > MaxWeights)
            throw new InputException(file, $"its sizes amount to {weights:E1} weights: expected {MaxWeights:E1} at most");
    }
}
