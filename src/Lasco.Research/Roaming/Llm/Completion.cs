using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Lasco.Research.Roaming.Llm;

/// <summary>
/// The bodies of OpenAI's chat format, as far as they are needed. Of an answer only text, refusal and reason to finish are
/// read: a reply is paid for, and not to be lost to a figure or a word beside it that nobody asked for.
/// </summary>
internal static class Completion
{
    /// <summary>How a reply ends whose text stands in the format's <c>refusal</c> field.</summary>
    public static readonly ChatFinishReason Declined = new("refusal");

    /// <summary>Writes a request.</summary>
    /// <param name="model">The model.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="options">Limits, or null.</param>
    public static BinaryContent Request(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var request = new Dictionary<string, object>
        {
            ["model"] = model,
            ["messages"] = messages.Select(message => new { role = message.Role.Value, content = message.Text }).ToArray(),
        };
        if (options?.MaxOutputTokens is { } tokens)
            request["max_completion_tokens"] = tokens;
        if (options?.Temperature is { } temperature)
            request["temperature"] = temperature;
        return BinaryContent.CreateJson(request);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="body">The body.</param>
    /// <exception cref="FormatException">It has no choice with a message.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ChatResponse Read(BinaryData body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        if (Property(json.RootElement, "choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0
            || Property(choices[0], "message") is not { ValueKind: JsonValueKind.Object } message)
            throw new FormatException("it has no choice with a message");
        string text = Text(Property(message, "content")), refusal = Text(Property(message, "refusal"));
        string reason = Text(Property(choices[0], "finish_reason"));
        bool isDeclined = text.Length == 0 && refusal.Length > 0;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, isDeclined ? refusal : text))
        {
            FinishReason = isDeclined ? Declined : reason.Length == 0 ? null : new ChatFinishReason(reason),
        };
    }

    /// <summary>A text, or the text of a list of parts; what is neither has none.</summary>
    private static string Text(JsonElement? content) => content switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString() : Text(Property(part, "text")))),
        _ => "",
    };

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
