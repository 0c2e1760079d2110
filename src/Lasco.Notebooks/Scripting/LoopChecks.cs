using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Scripting;

/// <summary>Puts <see cref="Interruption.Check"/> at the head of every loop's body. Lines stay where they are.</summary>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    /// <summary>The tree with checks, or the tree itself where it has no loop.</summary>
    public static SyntaxTree Insert(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode changed = new LoopChecks().Visit(root);
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

    private static BlockSyntax Guard(StatementSyntax body) =>
        body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, Check)) : SyntaxFactory.Block(Check, body);
}
