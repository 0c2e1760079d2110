using System.Text.Json;
using System.Text.Json.Serialization;
using Lasco.Research.Losses;

namespace Lasco.Research.Training;

/// <summary>A loss in JSON: its settings under its name.</summary>
internal sealed class LossConverter : JsonConverter<ILoss>
{
    public override ILoss Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var property = document.RootElement.EnumerateObject().First();
        return property.Name switch
        {
            nameof(RecallAtKSurrogate) => property.Value.Deserialize<RecallAtKSurrogate>(options)!,
            nameof(ContrastiveLoss) => property.Value.Deserialize<ContrastiveLoss>(options)!,
            _ => throw new JsonException($"unknown loss {property.Name}"),
        };
    }

    public override void Write(Utf8JsonWriter writer, ILoss value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(value.GetType().Name);
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
        writer.WriteEndObject();
    }
}
