using System.Collections;
using System.Globalization;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>The first items of a sequence, read once.</summary>
/// <param name="Shown">The items.</param>
/// <param name="More">What to say of the rest, or null where there is none.</param>
internal sealed record Items(IReadOnlyList<object?> Shown, string? More)
{
    public static Items Of(IEnumerable sequence, int most)
    {
        var shown = new List<object?>();
        IEnumerator? items = null;
        try
        {
            items = sequence.GetEnumerator();
            while (items.MoveNext())
            {
                if (shown.Count == most)
                    return new(shown, Rest(sequence, most));
                shown.Add(items.Current);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(shown, $"… {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            (items as IDisposable)?.Dispose();
        }

        return new(shown, null);
    }

    private static string Rest(IEnumerable sequence, int most)
    {
        int? count = sequence is ICollection collection ? collection.Count
            : sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)) is { } counted
            ? (int)counted.GetProperty("Count")!.GetValue(sequence)!
            : null;
        return count is { } all ? string.Create(CultureInfo.InvariantCulture, $"… {all - most} more") : "… more";
    }
}
