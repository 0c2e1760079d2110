namespace Lasco.Notebooks.Display.Objects;

/// <summary>An object in words.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Html">HTML, or null where it would say no more.</param>
internal sealed record Rendering(string Text, string? Html);
