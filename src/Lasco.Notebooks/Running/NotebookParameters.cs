using System.Globalization;
using Lasco.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lasco.Notebooks.Running;

/// <summary>
/// Settings of a notebook that are given from outside, by papermill's convention: the cell tagged <c>parameters</c> declares
/// variables with their defaults; a cell tagged <c>injected-parameters</c> after it assigns what was given.
/// </summary>
public static class NotebookParameters
{
    private const string Declared = "parameters", Injected = "injected-parameters";

    /// <summary>Puts the assignments in place of those of an earlier run. Values that are the defaults need none.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="values">Variable to value, as it was typed.</param>
    /// <exception cref="NotebookException">There is no such variable, or the value is not of its type.</exception>
    public static void Inject(NotebookDocument notebook, IReadOnlyDictionary<string, string> values)
    {
        for (int i = notebook.Cells.Count - 1; i >= 0; i--)
        {
            if (notebook.Cells[i].HasTag(Injected))
                notebook.RemoveAt(i);
        }

        if (values.Count == 0)
            return;
        int at = 0;
        while (at < notebook.Cells.Count && !(notebook.Cells[at].Kind == CellKind.Code && notebook.Cells[at].HasTag(Declared)))
            at++;
        if (at == notebook.Cells.Count)
            throw new NotebookException(notebook.Path, $"parameter {values.Keys.First()}: no code cell is tagged {Declared}");

        var variables = Variables(notebook.Cells[at].Source);
        var assignments = values.Select(value => Assignment(notebook.Path, variables, value.Key, value.Value)).OfType<string>().ToArray();
        if (assignments.Length == 0)
            return;
        string id = Injected;
        for (int n = 2; notebook.Cells.Any(cell => cell.Id == id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{Injected}-{n}");
        notebook.InsertCode(at + 1, id, "// Parameters\n" + string.Join('\n', assignments), Injected);
    }

    private static string? Assignment(string file, Dictionary<string, Variable> variables, string name, string value)
    {
        if (!variables.TryGetValue(name, out var variable))
        {
            string known = variables.Count == 0 ? "declares none" : $"declares {string.Join(", ", variables.Keys)}";
            throw new NotebookException(file, $"parameter {name}: the cell tagged {Declared} {known}");
        }

        if (variable.IsConstant)
            throw new NotebookException(file, $"parameter {name}: is a constant; declare it as a variable");
        if (Literal(variable.Type, value) is not { } literal)
            throw new NotebookException(file, $"parameter {name}: \"{value}\" is no {variable.Type}{(Literal(variable.Type, "0") is null && Literal(variable.Type, "true") is null ? ", a type that cannot be given from outside" : "")}");
        return variable.Default is { } text && Literal(variable.Type, text) == literal ? null : $"{name} = {literal};";
    }

    /// <summary>The variables that a cell declares at its top level.</summary>
    private static Dictionary<string, Variable> Variables(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetCompilationUnitRoot();
        var variables = new Dictionary<string, Variable>();
        foreach (var field in root.Members.OfType<FieldDeclarationSyntax>())
        {
            foreach (var declared in field.Declaration.Variables)
            {
                var initial = declared.Initializer?.Value;
                string type = field.Declaration.Type is IdentifierNameSyntax { Identifier.Text: "var" }
                    ? TypeOf(initial)
                    : field.Declaration.Type.ToString().TrimEnd('?');
                string? text = initial is LiteralExpressionSyntax { Token.Value: string or char } literal ? literal.Token.ValueText : initial?.ToString();
                variables[declared.Identifier.ValueText] = new Variable(type, text, field.Modifiers.Any(SyntaxKind.ConstKeyword));
            }
        }

        return variables;
    }

    private static string TypeOf(ExpressionSyntax? initial)
    {
        if (initial is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus)
            initial = minus.Operand;
        return (initial as LiteralExpressionSyntax)?.Token.Value switch
        {
            string => "string", bool => "bool", char => "char", int => "int", long => "long", uint => "uint", ulong => "ulong",
            double => "double", float => "float", decimal => "decimal", _ => "var",
        };
    }

    /// <summary>A value as C# of a type; null where it is not of it.</summary>
    private static string? Literal(string type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        return type switch
        {
            "string" or "String" => SymbolDisplay.FormatLiteral(text, quote: true),
            "bool" or "Boolean" => text is "true" or "false" ? text : null,
            "char" => char.TryParse(text, out char c) ? SymbolDisplay.FormatLiteral(c, quote: true) : null,
            "sbyte" => sbyte.TryParse(text, Whole, culture, out var n) ? n.ToString(culture) : null,
            "byte" => byte.TryParse(text, Whole, culture, out var n) ? n.ToString(culture) : null,
            "short" => short.TryParse(text, Whole, culture, out var n) ? n.ToString(culture) : null,
            "ushort" => ushort.TryParse(text, Whole, culture, out var n) ? n.ToString(culture) : null,
            "int" => int.TryParse(text, Whole, culture, out var n) ? n.ToString(culture) : null,
            "uint" => uint.TryParse(text, Whole, culture, out var n) ? $"{n}U" : null,
            "long" => long.TryParse(text, Whole, culture, out var n) ? $"{n}L" : null,
            "ulong" => ulong.TryParse(text, Whole, culture, out var n) ? $"{n}UL" : null,
            "float" => float.TryParse(text, culture, out var n) && float.IsFinite(n) ? n.ToString("R", culture) + "f" : null,
            "double" => double.TryParse(text, culture, out var n) && double.IsFinite(n) ? n.ToString("R", culture) + "d" : null,
            "decimal" => decimal.TryParse(text, NumberStyles.Float, culture, out var n) ? n.ToString(culture) + "m" : null,
            _ => null,
        };
    }

    private sealed record Variable(string Type, string? Default, bool IsConstant);
}
