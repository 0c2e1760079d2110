namespace Lasco.Research.Datasets;

/// <summary>Makes one text of FashionIQ's two captions, as CLIP4Cir does and the methods compared with it.</summary>
public static class FashionIqText
{
    /// <summary>
    /// The text of evaluation, to the letter: <c>c1.strip('.?, ').capitalize() + ' and ' + c2.strip('.?, ')</c> in
    /// Python. An empty caption leaves its side of the <c>and</c> empty, as in the published evaluations.
    /// </summary>
    /// <param name="first">c1; all but its first letter becomes lower case.</param>
    /// <param name="second">c2; its letters stay as they are.</param>
    public static string Join(string first, string second) => $"{PythonText.Capitalize(Strip(first))} and {Strip(second)}";

    /// <summary>
    /// A text of training: with one chance in four each, the captions joined in their order, in the other order, the
    /// first alone or the second alone. Where one of them is empty it is the other alone.
    /// </summary>
    /// <param name="captions">The two captions.</param>
    /// <param name="random">Draws one number, whatever the captions are.</param>
    /// <exception cref="ArgumentException">There are not two captions.</exception>
    public static string Sample(IReadOnlyList<string> captions, Random random)
    {
        if (captions.Count != 2)
            throw new ArgumentException($"expected two captions, found {captions.Count}", nameof(captions));
        (string first, string second) = (captions[0], captions[1]);
        int choice = random.Next(4);
        if (Strip(first) == "")
            choice = 3;
        else if (Strip(second) == "")
            choice = 2;
        return choice switch
        {
            0 => Join(first, second),
            1 => Join(second, first),
            2 => PythonText.Capitalize(Strip(first)),
            _ => PythonText.Capitalize(Strip(second)),
        };
    }

    private static string Strip(string caption) => caption.Trim('.', '?', ',', ' ');
}
