using System.Diagnostics;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting.Magics;

namespace Lasco.Notebooks.Scripting;

/// <summary>What the parts of a running cell, or of a file that it imports, are carried out with.</summary>
/// <param name="Submissions">The cells so far.</param>
/// <param name="Assemblies">What cells refer to.</param>
/// <param name="Folder">What relative paths start from.</param>
/// <param name="Output">Where things are shown.</param>
/// <param name="Run">The run, which may be interrupted.</param>
/// <param name="Importing">The files that are being imported, outermost first.</param>
internal sealed record CellScope(Submissions Submissions, SessionAssemblies Assemblies, string Folder, QueuedOutput Output, CellRun Run, IReadOnlyList<string> Importing)
{
    /// <summary>Carries out all parts in order, and shows the value of each; the last one's is the result.</summary>
    public void Carry(string code, string path)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<CellPart> parts = CellParts.Split(code, path);
        foreach (Directive directive in parts.OfType<Directive>())
            MagicList.Require(directive);

        MimeBundle? result = null;
        foreach (CellPart part in parts)
        {
            Run.ThrowIfInterrupted();
            if (result is not null)
                Output.Display(result);
            result = Carry(part, path);
        }

        if (result is not null && Importing.Count == 0)
            Output.Result(result);
        else if (result is not null)
            Output.Display(result);
        if (parts.OfType<Directive>().Any(d => d.Name == Timing.Name))
            Output.Display(Timing.Show(Stopwatch.GetElapsedTime(start)));
    }

    private MimeBundle? Carry(CellPart part, string path)
    {
        switch (part)
        {
            case CodePart code:
                object? value = CellThread.RunToEnd(Submissions.Compile(code.Text, path, Run.Asked), Run);
                return value is null ? null : Formatting.Bundle(value);
            case MarkupPart markup:
                Output.Display(Markup.Show(markup));
                return null;
            case Directive directive:
                MagicList.Require(directive).Carry(directive, this);
                return null;
            default:
                throw new UnreachableException();
        }
    }
}
