using System.Text;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting;

/// <summary>A cell's output by way of the queue: text gathered into batches and bounded, everything in order.</summary>
internal sealed class QueuedOutput(OutputQueue queue, ICellOutput target) : ICellOutput
{
    /// <summary>The length at which text is sent without waiting for more.</summary>
    private const int BatchLength = 8 << 10;

    /// <summary>What a cell may write to the console, in characters.</summary>
    private const int MostText = 10 << 20;

    private readonly StringBuilder text = new();
    private bool textIsError;
    private int left = MostText;

    public void Stream(string text, bool error) => Stream(text.AsSpan(), error);

    public void Stream(ReadOnlySpan<char> piece, bool error)
    {
        lock (queue.Gate)
        {
            if (left < 0 || piece.IsEmpty)
                return;
            Append(piece[..Math.Min(piece.Length, left)], error);
            left -= piece.Length;
            if (left < 0)
                Append($"\n[The rest of this cell's console output is left out: it is more than {MostText >> 20} MB.]\n", error);
        }
    }

    public void Display(MimeBundle bundle, string? displayId = null) => PublishIfWanted(() => target.Display(bundle, displayId));

    public void Update(MimeBundle bundle, string displayId) => PublishIfWanted(() => target.Update(bundle, displayId));

    public void Result(MimeBundle bundle) => Publish(() => target.Result(bundle));

    public void Clear(bool wait) => Publish(() => target.Clear(wait));

    public string Ask(string prompt, bool password)
    {
        Drain();
        return target.Ask(prompt, password);
    }

    /// <summary>Waits until everything so far is published.</summary>
    public void Drain() => Publish(() => { });

    /// <summary>Under the gate: sends the text that was gathered.</summary>
    public void Flush()
    {
        // Half of a surrogate pair waits for the other.
        int length = text.Length > 1 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
        if (length == 0)
            return;
        string batch = text.ToString(0, length);
        bool error = textIsError;
        text.Remove(0, length);
        queue.Enqueue(() => Quietly(() => target.Stream(batch, error)));
    }

    private void Append(ReadOnlySpan<char> piece, bool error)
    {
        if (error != textIsError)
            Flush();
        textIsError = error;
        while (!piece.IsEmpty)
        {
            int fits = Math.Min(piece.Length, BatchLength - text.Length);
            text.Append(piece[..fits]);
            piece = piece[fits..];
            if (text.Length >= BatchLength)
                Flush();
        }

        if (text.Length > 0)
            queue.Linger(this);
    }

    private void PublishIfWanted(Action publish)
    {
        Interruption.Check();
        Publish(publish);
    }

    private void Publish(Action publish)
    {
        var finished = new ManualResetEventSlim();
        Exception? thrown = null;
        lock (queue.Gate)
        {
            Flush();
            queue.Enqueue(() =>
            {
                thrown = Quietly(publish);
                finished.Set();
            });
        }

        finished.Wait();
        if (thrown is not null)
            throw thrown;
    }

    private static Exception? Quietly(Action publish)
    {
        try
        {
            publish();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
