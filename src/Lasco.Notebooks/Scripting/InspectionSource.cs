using System.Net;
using Lasco.Notebooks.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Scripting;

/// <summary>Says what stands at a position: its signature, and the summary that its author wrote.</summary>
internal static class InspectionSource
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    public static MimeBundle? At(string code, int cursor, Submissions submissions)
    {
        string text = CellParts.CodeOnly(code);
        cursor = Math.Clamp(cursor, 0, text.Length);
        SyntaxTree tree = Submissions.Parse(text);
        if (Name(tree.GetRoot(), cursor) is not { } name)
            return null;

        SemanticModel model = submissions.Continue(tree).GetSemanticModel(tree);
        SymbolInfo info = model.GetSymbolInfo(name);
        ISymbol? symbol = info.Symbol ?? model.GetDeclaredSymbol(name) ?? info.CandidateSymbols.FirstOrDefault();
        symbol ??= model.GetMemberGroup(name).FirstOrDefault();
        if (symbol is null or IErrorTypeSymbol)
            return null;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [] } constructor && constructor.IsImplicitlyDeclared)
            symbol = constructor.ContainingType;

        int others = info.CandidateSymbols.Length > 1 ? info.CandidateSymbols.Length - 1 : 0;
        string signature = symbol.ToDisplayString(Format) + (others > 0 ? $" (and {others} more)" : "");
        string summary = XmlSummaries.Of(symbol) ?? "";
        return new(new Dictionary<string, string>
        {
            [MimeBundle.Text] = summary.Length == 0 ? signature : $"{signature}\n\n{summary}",
            [MimeBundle.Html] = $"<pre><code>{WebUtility.HtmlEncode(signature)}</code></pre>" + (summary.Length == 0 ? "" : $"<p>{WebUtility.HtmlEncode(summary)}</p>"),
        });
    }

    // The word under the cursor, or just before it, or the method whose arguments it stands in.
    private static SyntaxNode? Name(SyntaxNode root, int cursor)
    {
        foreach (int position in new[] { cursor, cursor - 1 })
        {
            if (position < 0 || position >= root.FullSpan.End)
                continue;
            SyntaxToken token = root.FindToken(position);
            if (token.Span.Contains(position) && (token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax))
                return token.Parent;
        }

        SyntaxToken before = root.FindToken(Math.Max(0, cursor - 1));
        return before.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            var expression => expression,
        };
    }
}
