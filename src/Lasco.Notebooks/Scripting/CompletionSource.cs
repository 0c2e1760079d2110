using Lasco.Notebooks.Scripting.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Scripting;

/// <summary>Finds what could stand at a position, by asking the compiler about the cell as the next one.</summary>
internal static class CompletionSource
{
    public static Completions At(string code, int cursor, Submissions submissions)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        int line = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        if (code.AsSpan(line, cursor - line).TrimStart().StartsWith("#"))
            return Magics(code, line, cursor);

        string text = CellParts.CodeOnly(code);
        if (text[line..cursor].Trim().Length == 0 && code[line..cursor].Trim().Length > 0)
            return new([], cursor, cursor);

        int start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
            start--;
        int end = cursor;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
            end++;
        string prefix = text[start..cursor];
        if (prefix.Length > 0 && char.IsAsciiDigit(prefix[0]))
            return new([], cursor, cursor);

        SyntaxTree tree = Submissions.Parse(text);
        SyntaxToken token = tree.GetRoot().FindToken(Math.Max(0, start - 1));
        if (IsProse(tree.GetRoot(), start, cursor))
            return new([], cursor, cursor);

        SemanticModel model = submissions.Continue(tree).GetSemanticModel(tree);
        IEnumerable<string> names = Receiver(tree.GetRoot(), start) is { } receiver
            ? Members(model, receiver, start)
            : Names(model, token, start);
        return new([.. names.Where(n => n.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Distinct().OrderBy(n => n, StringComparer.OrdinalIgnoreCase).ThenBy(n => n, StringComparer.Ordinal)], start, end);
    }

    private static Completions Magics(string code, int line, int cursor)
    {
        int start = line;
        while (char.IsWhiteSpace(code[start]))
            start++;
        string prefix = code[start..cursor];
        if (prefix.Contains(' '))
            return new([], cursor, cursor);
        int end = cursor;
        while (end < code.Length && !char.IsWhiteSpace(code[end]))
            end++;
        return new([.. MagicList.All.Select(m => m.Name).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)], start, end);
    }

    // Inside a string or a comment nothing is proposed.
    private static bool IsProse(SyntaxNode root, int start, int cursor)
    {
        SyntaxTrivia trivia = root.FindTrivia(Math.Max(0, cursor - 1));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            return true;
        SyntaxToken token = root.FindToken(Math.Max(0, start - 1));
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            && token.SpanStart < cursor && (cursor < token.Span.End || !token.Text.EndsWith('"') && !token.Text.EndsWith('\''));
    }

    /// <summary>The expression or name before the dot that stands before a position.</summary>
    private static SyntaxNode? Receiver(SyntaxNode root, int start)
    {
        SyntaxToken dot = root.FindToken(Math.Max(0, start - 1));
        if (dot.SpanStart >= start || !dot.IsKind(SyntaxKind.DotToken))
            dot = dot.GetPreviousToken();
        if (start == 0 || !dot.IsKind(SyntaxKind.DotToken) || !root.SyntaxTree.GetText().ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(dot.Span.End, start)).All(char.IsWhiteSpace))
            return null;
        return dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }

    private static IEnumerable<string> Members(SemanticModel model, SyntaxNode receiver, int position)
    {
        SymbolInfo info = model.GetSymbolInfo(receiver);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceSymbol space)
            return model.LookupNamespacesAndTypes(position, space).Select(s => s.Name);
        if (symbol is INamedTypeSymbol type && receiver is not BaseObjectCreationExpressionSyntax)
            return model.LookupStaticMembers(position, type).Where(IsProposed).Select(s => s.Name);

        ITypeSymbol? value = model.GetTypeInfo(receiver).Type ?? (symbol as ILocalSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type;
        return value is null or IErrorTypeSymbol
            ? []
            : model.LookupSymbols(position, value, includeReducedExtensionMethods: true).Where(s => !s.IsStatic || s is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }).Where(IsProposed).Select(s => s.Name);
    }

    private static IEnumerable<string> Names(SemanticModel model, SyntaxToken before, int position)
    {
        if (before.Parent is UsingDirectiveSyntax && before.IsKind(SyntaxKind.UsingKeyword))
            return model.LookupNamespacesAndTypes(position).OfType<INamespaceSymbol>().Select(s => s.Name).Append("static");
        if (before.IsKind(SyntaxKind.NewKeyword))
            return model.LookupNamespacesAndTypes(position).Where(s => s is INamespaceSymbol or INamedTypeSymbol { IsAbstract: false }).Select(s => s.Name);
        return model.LookupSymbols(position).Where(IsProposed).Select(s => s.Name).Concat(Keywords);
    }

    private static IEnumerable<string> Keywords => SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(k => k.Length > 1 && !k.StartsWith("__", StringComparison.Ordinal));

    private static bool IsProposed(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && symbol.Name.Length > 0 && symbol.Name[0] is not '<'
        && !symbol.GetAttributes().Any(a => a is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }] });
}
