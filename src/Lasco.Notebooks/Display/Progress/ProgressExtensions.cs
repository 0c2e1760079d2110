namespace Lasco.Notebooks.Display;

/// <summary>Progress of loops.</summary>
public static class ProgressExtensions
{
    /// <summary>
    /// The items, with a bar that moves as they are taken: <c>foreach (var x in items.WithProgress("epoch"))</c>. It ends as one line, also
    /// where the loop is left by <c>break</c> or an exception.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="label">What goes on.</param>
    /// <param name="total">How many there are; needed only where the sequence cannot say.</param>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> items, string label = "", int? total = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Taken(items, label, total ?? (items.TryGetNonEnumeratedCount(out int count) ? count : null));
    }

    private static IEnumerable<T> Taken<T>(IEnumerable<T> items, string label, int? total)
    {
        using var bar = new ProgressBar(label, total);
        long done = 0;
        foreach (var item in items)
        {
            yield return item;
            bar.Report(++done);
        }

        bar.Complete();
    }
}
