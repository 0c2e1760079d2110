namespace Lasco.Research.Roaming.Llm;

/// <summary>
/// Reads the bodies of answers up to a limit, whatever length the server announces. A longer completion is refused; of a
/// longer error only the beginning is kept. Nothing is decompressed: no request asks for a compressed answer.
/// </summary>
/// <param name="inner">Sends.</param>
internal sealed class BoundedBodies(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The most bytes of a body: a transition text is one line.</summary>
    public const int MostBytes = 1 << 20;

    /// <inheritdoc/>
    /// <exception cref="ChatRequestException">The answer is a success with a longer body.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            var body = new byte[16 << 10];
            int length = 0, read;
            using (Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken))
            {
                while (length <= MostBytes && (read = await stream.ReadAsync(body.AsMemory(length), cancellationToken)) > 0)
                {
                    length += read;
                    if (length == body.Length)
                        Array.Resize(ref body, 2 * length);
                }
            }

            if (length > MostBytes && response.IsSuccessStatusCode)
                throw new ChatRequestException("an answer of more than a megabyte") { Status = (int)response.StatusCode, Kind = ChatFailure.TooLong };
            var bounded = new ByteArrayContent(body, 0, Math.Min(length, MostBytes));
            bounded.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = bounded;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
