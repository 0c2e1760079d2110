namespace Lasco.Notebooks.Scripting;

/// <summary>The languages that a line inside a cell can switch to.</summary>
internal static class Languages
{
    public const string CSharp = "csharp";

    /// <summary>The language that a magic names, or null where it is another magic.</summary>
    public static string? Of(string magic) => magic switch
    {
        "#!csharp" or "#!c#" or "#!C#" or "#!cs" => CSharp,
        "#!html" => "html",
        "#!markdown" or "#!md" => "markdown",
        "#!javascript" or "#!js" => "javascript",
        _ => null,
    };
}
