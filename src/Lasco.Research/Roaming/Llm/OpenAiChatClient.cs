using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Lasco.Research.Roaming.Llm;

/// <summary>Any OpenAI-compatible server as an <see cref="IChatClient"/>: text in, text out, one attempt, and a <see cref="ChatRequestException"/> for whatever goes wrong.</summary>
public sealed class OpenAiChatClient : IChatClient
{
    private const string NoKey = "none";
    private const int LongestMessage = 300;
    private readonly ChatServer server;
    private readonly ChatClient client;
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Connects at the first request.</summary>
    /// <param name="server">Where the model is.</param>
    public OpenAiChatClient(ChatServer server)
    {
        this.server = server;
        client = new ChatClient(server.Model, new ApiKeyCredential(server.Key ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = server.Address,
            NetworkTimeout = server.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(http),
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ChatRequestException">There was no answer, or none that can be understood.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.Timeout);
        try
        {
            ClientResult<ChatCompletion> result = await client.CompleteChatAsync(messages.Select(Translate), Translate(options), limit.Token);
            ChatCompletion completion = result.Value;
            return new ChatResponse(new ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text))))
            {
                ModelId = completion.Model,
                FinishReason = Translate(completion.FinishReason),
                Usage = completion.Usage is not { } usage ? null : new UsageDetails
                {
                    InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount,
                },
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            throw new ChatRequestException($"no answer within {server.Timeout.TotalSeconds:0.###} s");
        }
        catch (ClientResultException e)
        {
            throw Translate(e);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ObjectDisposedException))
        {
            // The OpenAI package throws what its parsers throw when the body is not a completion.
            throw new ChatRequestException(Clean($"no completion in the answer: {e.Message}"));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ChatResponseUpdate update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", server.Address, server.Model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static OpenAI.Chat.ChatMessage Translate(ChatMessage message) =>
        message.Role == Microsoft.Extensions.AI.ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == Microsoft.Extensions.AI.ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text);

    private static ChatCompletionOptions Translate(ChatOptions? options) =>
        new() { MaxOutputTokenCount = options?.MaxOutputTokens, Temperature = options?.Temperature };

    private static ChatFinishReason Translate(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Stop => ChatFinishReason.Stop,
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        _ => ChatFinishReason.ToolCalls,
    };

    private ChatRequestException Translate(ClientResultException exception)
    {
        PipelineResponse? response = exception.GetRawResponse();
        return new ChatRequestException(Clean(exception.Message))
        {
            Status = exception.Status == 0 ? null : exception.Status,
            RetryAfter = response is null ? null : RetryAfter(response.Headers),
        };
    }

    private static TimeSpan? RetryAfter(PipelineResponseHeaders headers)
    {
        if (headers.TryGetValue("retry-after-ms", out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double milliseconds))
            return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue));
        if (!headers.TryGetValue("Retry-After", out text) || text is null)
            return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out double seconds))
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue / 1000));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out DateTimeOffset date) && date > DateTimeOffset.UtcNow ? date - DateTimeOffset.UtcNow : null;
    }

    /// <summary>A server's words on one line, short, and without the key, which servers like to repeat.</summary>
    private string Clean(string message)
    {
        if (server.Key is not null)
            message = message.Replace(server.Key, "***", StringComparison.Ordinal);
        message = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }
}
