using Lasco.Notebooks.Scripting.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lasco.Notebooks.Scripting;

/// <summary>Whether a cell is finished, as far as its text alone tells.</summary>
internal static class CompletenessCheck
{
    /// <summary>"Member definition, statement, or end-of-file expected": a brace too many, which nothing that follows mends.</summary>
    private const string TooManyClosed = "CS7017";

    public static Completeness Of(string code)
    {
        IReadOnlyList<CellPart> parts = CellParts.Split(code, "");
        if (parts.OfType<Directive>().Any(d => MagicList.All.All(m => m.Name != d.Name)))
            return Completeness.Invalid;
        var found = Completeness.Complete;
        foreach (CodePart part in parts.OfType<CodePart>())
        {
            SyntaxTree tree = Submissions.Parse(part.Text);
            bool ends = SyntaxFactory.IsCompleteSubmission(tree);
            if (tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error && (ends || d.Id == TooManyClosed)))
                return Completeness.Invalid;
            if (!ends)
                found = Completeness.Incomplete;
        }

        return found;
    }
}
