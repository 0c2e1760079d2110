using Lasco.Notebooks.Display;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Kernel;

/// <summary>What a cell shows, as messages to everybody.</summary>
/// <param name="wire">Carries them.</param>
/// <param name="input">Asks the user.</param>
/// <param name="request">The request that the cell came in.</param>
/// <param name="count">The cell's number.</param>
internal sealed class IopubOutput(Wire wire, StandardInput input, Request request, int count) : ICellOutput
{
    private volatile bool ended;

    /// <summary>Whether nothing of what the cell shows is to be seen.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether the client can ask the user.</summary>
    public bool AllowStdin { get; init; }

    /// <inheritdoc/>
    public void Stream(string text, bool error) => Publish("stream", Contents.Stream(text, error));

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId = null) => Publish("display_data", Contents.Display(bundle, displayId));

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId) => Publish("update_display_data", Contents.Display(bundle, displayId));

    /// <inheritdoc/>
    public void Result(MimeBundle bundle) => Publish("execute_result", Contents.ExecuteResult(bundle, count));

    /// <inheritdoc/>
    public void Clear(bool wait) => Publish("clear_output", Contents.ClearOutput(wait));

    /// <inheritdoc/>
    public string Ask(string prompt, bool password) => AllowStdin && !ended ? input.Ask(request, prompt, password)
        : throw new NotSupportedException("nobody is there to answer: the notebook is run without standard input");

    /// <summary>The client no longer waits for this cell.</summary>
    public void End() => ended = true;

    private void Publish(string type, byte[] content)
    {
        if (!Silent)
            wire.Publish(request, type, content);
    }
}
