namespace TorchSharp.Native;

/// <summary>Passes a number that may be left out as a span of one or no elements, which crosses the boundary as a pointer or null.</summary>
internal static class Optional
{
    internal static ReadOnlySpan<T> Span<T>(ref readonly T? value) where T : struct =>
        value.HasValue ? new ReadOnlySpan<T>(in Nullable.GetValueRefOrDefaultRef(in value)) : default;
}
