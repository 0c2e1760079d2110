using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Lasco.Research.Roaming.Llm;

/// <summary>Any OpenAI-compatible server as an <see cref="IChatClient"/>: text in, text out, one attempt, and a <see cref="ChatRequestException"/> for whatever goes wrong.</summary>
public sealed class OpenAiChatClient : IChatClient
{
    private const string NoKey = "none";
    private const int LongestMessage = 300;
    private readonly ChatServer server;
    private readonly ChatClient client;
    private readonly HttpClient http = new(new BoundedBodies(new SocketsHttpHandler())) { Timeout = Timeout.InfiniteTimeSpan };

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
            using BinaryContent request = Completion.Request(server.Model, messages, options);
            ClientResult result = await client.CompleteChatAsync(request, new RequestOptions { CancellationToken = limit.Token });
            return Completion.Read(result.GetRawResponse().Content);
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
        catch (Exception e) when (e is not (ChatRequestException or OutOfMemoryException or ObjectDisposedException))
        {
            // The OpenAI package throws what its transport throws; a body that is no completion, what parsers throw.
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

    private ChatRequestException Translate(ClientResultException exception)
    {
        PipelineResponseHeaders? headers = exception.GetRawResponse()?.Headers;
        return CertificateFault(exception) is { } fault
            ? new ChatRequestException(Clean($"no TLS connection: {fault.Message}")) { Kind = ChatFailure.Untrusted }
            : new ChatRequestException(Clean(exception.Message))
            {
                Status = exception.Status == 0 ? null : exception.Status,
                RetryAfter = headers is null ? null : RetryAfter.Read(Header(headers, "retry-after-ms"), Header(headers, "Retry-After")),
            };
    }

    private static string? Header(PipelineResponseHeaders headers, string name) => headers.TryGetValue(name, out string? value) ? value : null;

    private static AuthenticationException? CertificateFault(Exception? exception)
    {
        while (exception is not (null or AuthenticationException))
            exception = exception.InnerException;
        return (AuthenticationException?)exception;
    }

    /// <summary>A server's words on one line, short, and without the key, which servers like to repeat.</summary>
    private string Clean(string message)
    {
        if (server.Key is not null)
            message = message.Replace(server.Key, "***", StringComparison.OrdinalIgnoreCase);
        return OneLine.Of(message, LongestMessage);
    }
}
