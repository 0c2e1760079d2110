namespace Lasco.Notebooks.Scripting.Magics;

/// <summary>A line that is carried out by the session.</summary>
/// <param name="Name">As <c>#!who</c>.</param>
/// <param name="Help">What it does, in a line.</param>
/// <param name="Carry">Does it.</param>
internal sealed record Magic(string Name, string Help, Action<Directive, CellScope> Carry);

/// <summary>All lines that are carried out by the session.</summary>
internal static class MagicList
{
    public static readonly IReadOnlyList<Magic> All =
    [
        new("#r", "Adds an assembly (\"path.dll\") or a package (\"nuget: Id, version\")", References.Add),
        new("#i", "Adds a source of packages (\"nuget: address\")", References.AddSource),
        new("#load", "Runs a C# file", Imports.Load),
        new("#!import", "Runs a .cs or .csx file, or the C# cells of a notebook", Imports.Load),
        new(Timing.Name, "Shows how long the cell takes", (_, _) => { }),
        new("#!who", "Lists the variables", Variables.Who),
        new("#!whos", "Lists the variables with types and values", Variables.Whos),
        new("#!lsmagic", "Lists these lines", About.ListMagics),
        new("#!about", "Shows versions", About.Show),
        Language("#!csharp", "What follows is C#"),
        Language("#!html", "What follows is HTML"),
        Language("#!markdown", "What follows is Markdown"),
        Language("#!javascript", "What follows is JavaScript"),
    ];

    /// <summary>The magic that a line names.</summary>
    /// <exception cref="CellException">There is none.</exception>
    public static Magic Require(Directive directive) =>
        All.FirstOrDefault(m => m.Name == directive.Name) ?? throw directive.Error($"unknown magic '{directive.Name}'; #!lsmagic lists those there are");

    private static Magic Language(string name, string help) => new(name, help, (_, _) => { });
}
