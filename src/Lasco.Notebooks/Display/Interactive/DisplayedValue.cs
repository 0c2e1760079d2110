using Lasco.Notebooks.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something that has been shown, and can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly string[] mimeTypes;

    internal DisplayedValue(string[] mimeTypes) => this.mimeTypes = mimeTypes;

    /// <summary>The name of the place; no other process uses it, and it is in no saved notebook.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("n");

    /// <summary>Shows another value in the same place, in whichever cell that is.</summary>
    public void Update(object? updatedValue) => Output.Replace(Lasco.Notebooks.Display.Formatting.Bundle(updatedValue, mimeTypes), DisplayId);
}
