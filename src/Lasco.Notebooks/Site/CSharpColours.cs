using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Site;

/// <summary>C# as HTML with its parts marked by classes: k keyword, s text, n number, c comment, d directive, t type, m method.</summary>
internal static class CSharpColours
{
    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>The code as HTML. What is no C# stays as it is: nothing is ever lost.</summary>
    public static string Html(string code)
    {
        var html = new StringBuilder();
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(html, Of(trivia), trivia.ToFullString());
            Append(html, Of(token), token.Text);
            foreach (var trivia in token.TrailingTrivia)
                Append(html, Of(trivia), trivia.ToFullString());
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, char? part, string text)
    {
        if (text.Length == 0)
            return;
        string escaped = WebUtility.HtmlEncode(text);
        _ = part is null ? html.Append(escaped) : html.Append("<span class=\"").Append(part).Append("\">").Append(escaped).Append("</span>");
    }

    private static char? Of(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia => 'c',
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => 'c',
        _ => trivia.IsDirective ? 'd' : null,
    };

    private static char? Of(SyntaxToken token)
    {
        var kind = token.Kind();
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => 'n',
            SyntaxKind.IdentifierToken => OfName(token),
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
                or SyntaxKind.InterpolatedRawStringEndToken => 's',
            _ => SyntaxFacts.IsKeywordKind(kind) ? 'k' : null,
        };
    }

    /// <summary>What a name is, as far as syntax tells.</summary>
    private static char? OfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax or TypeParameterSyntax => 't',
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => 'm',
        SimpleNameSyntax name when IsCalled(name) => 'm',
        IdentifierNameSyntax { Identifier.Text: "var", Parent: VariableDeclarationSyntax or DeclarationExpressionSyntax or ForEachStatementSyntax } => 'k',
        GenericNameSyntax => 't',
        IdentifierNameSyntax name when IsType(name) => 't',
        _ => null,
    };

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax call && call.Expression == access,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsType(IdentifierNameSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax or TypeOfExpressionSyntax
            or BaseTypeSyntax or TupleElementSyntax or DeclarationPatternSyntax or RecursivePatternSyntax or AttributeSyntax => true,
        VariableDeclarationSyntax declaration => declaration.Type == name,
        DeclarationExpressionSyntax declaration => declaration.Type == name,
        ForEachStatementSyntax each => each.Type == name,
        ParameterSyntax parameter => parameter.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        MethodDeclarationSyntax method => method.ReturnType == name,
        LocalFunctionStatementSyntax method => method.ReturnType == name,
        PropertyDeclarationSyntax property => property.Type == name,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } binary => binary.Right == name,
        MemberAccessExpressionSyntax access => access.Expression == name && char.IsUpper(name.Identifier.Text[0]),
        _ => false,
    };
}
