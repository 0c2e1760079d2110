using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Scripting;

/// <summary>Puts <see cref="Interruption.Check"/> at the head of every loop's body and of every function but lambdas that are one expression (they may be data). Lines stay where they are.</summary>
internal sealed class InterruptionChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    /// <summary>The tree with checks, or the tree itself where it has neither loop nor function.</summary>
    public static SyntaxTree Insert(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode changed = new InterruptionChecks().Visit(root);
        return changed == root ? tree : tree.WithRootAndOptions(changed, tree.Options);
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        node = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return node.WithStatement(Guard(node.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        node = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return node.WithStatement(Guard(node.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        node = (ForStatementSyntax)base.VisitForStatement(node)!;
        return node.WithStatement(Guard(node.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        node = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return node.WithStatement(Guard(node.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        node = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return node.WithStatement(Guard(node.Statement));
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        node = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (node.Body is not null)
            return node.WithBody(Guard(node.Body));
        return node.ExpressionBody is { } arrow && AsStatement(arrow, node.ReturnType, node.Modifiers) is { } only
            ? node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(SyntaxFactory.Block(Check, only).WithTrailingTrivia(node.SemicolonToken.TrailingTrivia))
            : node;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        node = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (node.Body is not null)
            return node.WithBody(Guard(node.Body));
        return node.ExpressionBody is { } arrow && AsStatement(arrow, node.ReturnType, node.Modifiers) is { } only
            ? node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(SyntaxFactory.Block(Check, only).WithTrailingTrivia(node.SemicolonToken.TrailingTrivia))
            : node;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        node = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return node.Block is null ? node : node.WithBlock(Guard(node.Block));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        node = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return node.Block is null ? node : node.WithBlock(Guard(node.Block));
    }

    // The statement that an expression body stands for. Trivia stays on the expression, and so do its lines.
    private static StatementSyntax? AsStatement(ArrowExpressionClauseSyntax arrow, TypeSyntax returns, SyntaxTokenList modifiers)
    {
        ExpressionSyntax expression = arrow.Expression.WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia).AddRange(arrow.Expression.GetLeadingTrivia()));
        if (expression is RefExpressionSyntax || returns is RefTypeSyntax)
            return null;
        if (expression is ThrowExpressionSyntax thrown)
            return SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        bool isVoid = returns is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && returns is not GenericNameSyntax and not QualifiedNameSyntax { Right: GenericNameSyntax });
        return isVoid
            ? SyntaxFactory.ExpressionStatement(expression)
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken));
    }

    private static BlockSyntax Guard(StatementSyntax body) =>
        body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, Check)) : SyntaxFactory.Block(Check, body);
}
