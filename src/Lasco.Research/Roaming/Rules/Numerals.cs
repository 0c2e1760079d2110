using System.Globalization;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Numbers as words and digits.</summary>
internal static class Numerals
{
    /// <summary>The words from zero to twenty.</summary>
    public static readonly string[] Words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>Reads digits or a word.</summary>
    public static bool TryParse(string text, out int number)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return true;
        number = Array.IndexOf(Words, text);
        return number >= 0;
    }

    /// <summary>The word of a number up to twenty, else its digits.</summary>
    public static string Word(int number) => number < Words.Length ? Words[number] : Digits(number);

    /// <summary>The digits of a number.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
