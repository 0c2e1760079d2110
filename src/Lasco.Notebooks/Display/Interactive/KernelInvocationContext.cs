using Lasco.Notebooks.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as far as notebooks used it for showing things.</summary>
public sealed class KernelInvocationContext
{
    private KernelInvocationContext()
    {
    }

    /// <summary>The running cell.</summary>
    public static KernelInvocationContext Current { get; } = new();

    /// <inheritdoc cref="DisplayExtensions.Display"/>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <inheritdoc cref="DisplayExtensions.DisplayAs"/>
    public DisplayedValue DisplayAs(string value, string mimeType) => value.DisplayAs(mimeType);

    /// <summary>Writes to the cell's standard output.</summary>
    public void DisplayStandardOut(string text) => CellOutput.Current?.Stream(text, error: false);

    /// <summary>Writes to the cell's standard error.</summary>
    public void DisplayStandardError(string text) => CellOutput.Current?.Stream(text, error: true);
}
