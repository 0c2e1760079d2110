using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>The first items of a sequence, read once.</summary>
/// <param name="Shown">The items.</param>
/// <param name="More">What to say of the rest, or null where there is none.</param>
internal sealed record Items(IReadOnlyList<object?> Shown, string? More)
{
    private static readonly MethodInfo CountMethod = typeof(Enumerable).GetMethod(nameof(Enumerable.TryGetNonEnumeratedCount))!;

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

    private static string Rest(IEnumerable sequence, int most) =>
        Count(sequence) is { } all ? string.Create(CultureInfo.InvariantCulture, $"… {all - most} more") : "… more";

    /// <summary>How many there are, where that is known without going through them.</summary>
    private static int? Count(IEnumerable sequence)
    {
        if (sequence is ICollection collection)
            return collection.Count;
        if (sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is not { } typed)
            return null;
        object?[] arguments = [sequence, 0];
        bool known = (bool)CountMethod.MakeGenericMethod(typed.GetGenericArguments()).Invoke(null, arguments)!;
        return known ? (int)arguments[1]! : null;
    }
}
