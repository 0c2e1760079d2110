using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Display;

/// <summary>What a cell can say about its own output, beside what .NET Interactive had (<see cref="Microsoft.DotNet.Interactive.Kernel"/>).</summary>
public static class Notebook
{
    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether to keep it until the next output replaces it, so that the page does not flicker.</param>
#pragma warning disable IDE1006 // The name that every Jupyter kernel gives it.
    public static void clear_output(bool wait = false) => CellOutput.Current?.Clear(wait);
#pragma warning restore IDE1006

    /// <summary>
    /// Cancelled when the user interrupts the cell that this is read in: what it calls stops then where it takes a token, as in
    /// <c>Trainer.Train(…, cancellation: Interrupted)</c>. Outside of cells, never.
    /// </summary>
    public static CancellationToken Interrupted => Interruption.Token;

    /// <summary>Text to be shown as Markdown.</summary>
    public static RichText Markdown(string content) => new(content, "text/markdown");

    /// <summary>A drawing, to be shown as one.</summary>
    /// <param name="content">An <c>svg</c> element.</param>
    public static RichText SVG(string content) => new(content, "image/svg+xml");

    /// <summary>A formula, to be shown set.</summary>
    /// <param name="content">LaTeX with its dollar signs.</param>
    public static RichText Latex(string content) => new(content, "text/latex");
}

/// <summary>Text with a MIME type of its own.</summary>
/// <param name="Content">The text.</param>
/// <param name="MimeType">Its type.</param>
public sealed record RichText(string Content, string MimeType) : IRichOutput
{
    /// <inheritdoc/>
    public MimeBundle ToBundle() => MimeBundle.Of(MimeType, Content);
}
