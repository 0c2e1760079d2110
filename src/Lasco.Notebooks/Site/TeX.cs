using System.Net;
using System.Text;

namespace Lasco.Notebooks.Site;

/// <summary>
/// The part of TeX's mathematics that papers of this field use, as MathML, which browsers draw by themselves: sub- and
/// superscripts, fractions, roots, sums, Greek, accents, text and the usual operators. A formula with anything else is shown as it was typed.
/// </summary>
internal sealed class TeX
{
    private const int MaxDepth = 64;

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ϵ", ["varepsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η",
        ["theta"] = "θ", ["iota"] = "ι", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ",
        ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "ϕ", ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω", ["Gamma"] = "Γ", ["Delta"] = "Δ",
        ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Xi"] = "Ξ", ["Pi"] = "Π", ["Sigma"] = "Σ", ["Phi"] = "Φ", ["Psi"] = "Ψ", ["Omega"] = "Ω",
        ["infty"] = "∞", ["ell"] = "ℓ", ["partial"] = "∂", ["nabla"] = "∇", ["emptyset"] = "∅", ["dots"] = "…", ["ldots"] = "…", ["cdots"] = "⋯",
    };

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["cdot"] = "·", ["times"] = "×", ["pm"] = "±", ["le"] = "≤", ["leq"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["ne"] = "≠", ["neq"] = "≠", ["approx"] = "≈",
        ["equiv"] = "≡", ["sim"] = "∼", ["propto"] = "∝", ["in"] = "∈", ["notin"] = "∉", ["subset"] = "⊂", ["subseteq"] = "⊆", ["cup"] = "∪", ["cap"] = "∩",
        ["to"] = "→", ["rightarrow"] = "→", ["leftarrow"] = "←", ["Rightarrow"] = "⇒", ["mapsto"] = "↦", ["forall"] = "∀", ["exists"] = "∃", ["mid"] = "|",
        ["oplus"] = "⊕", ["otimes"] = "⊗", ["circ"] = "∘", ["ll"] = "≪", ["gg"] = "≫", ["langle"] = "⟨", ["rangle"] = "⟩", ["|"] = "‖", ["Vert"] = "‖", ["lVert"] = "‖", ["rVert"] = "‖",
        ["lfloor"] = "⌊", ["rfloor"] = "⌋", ["lceil"] = "⌈", ["rceil"] = "⌉", ["{"] = "{", ["}"] = "}", ["colon"] = ":", ["vert"] = "|", ["setminus"] = "∖", ["top"] = "⊤",
        ["gets"] = "←", ["leftrightarrow"] = "↔", ["longrightarrow"] = "⟶", ["longmapsto"] = "⟼", ["implies"] = "⟹", ["iff"] = "⟺", ["wedge"] = "∧", ["vee"] = "∨", ["neg"] = "¬",
        ["odot"] = "⊙", ["ast"] = "∗", ["star"] = "⋆", ["prime"] = "′", ["lt"] = "<", ["gt"] = ">", ["cong"] = "≅", ["simeq"] = "≃", ["perp"] = "⊥", ["parallel"] = "∥", ["supset"] = "⊃", ["supseteq"] = "⊇",
    };

    private static readonly Dictionary<string, string> Large = new() { ["sum"] = "∑", ["prod"] = "∏", ["int"] = "∫", ["bigcup"] = "⋃", ["bigcap"] = "⋂" };

    private static readonly Dictionary<string, string> Accents = new() { ["hat"] = "^", ["bar"] = "¯", ["tilde"] = "~", ["vec"] = "→", ["dot"] = "˙", ["overline"] = "¯" };

    private static readonly Dictionary<string, string> Spaces = new() { [","] = "0.17em", [":"] = "0.22em", [";"] = "0.28em", [" "] = "0.33em", ["!"] = "-0.17em", ["quad"] = "1em", ["qquad"] = "2em" };

    private static readonly HashSet<string> Functions = ["log", "exp", "sin", "cos", "tan", "min", "max", "arg", "argmax", "argmin", "softmax", "det", "lim", "sup", "inf", "Pr"];

    private static readonly HashSet<string> LimitsBelow = ["min", "max", "argmax", "argmin", "lim", "sup", "inf"];

    private static readonly Dictionary<string, string> Variants = new() { ["mathbf"] = "bold", ["mathrm"] = "normal", ["mathit"] = "italic", ["mathcal"] = "script", ["mathbb"] = "double-struck", ["boldsymbol"] = "bold" };

    private readonly string source;
    private readonly bool display;
    private int at, depth;

    private TeX(string source, bool display) => (this.source, this.display) = (source, display);

    /// <summary>A formula as a <c>math</c> element, or, where it has something that is not known here, as its source.</summary>
    public static string MathMl(string formula, bool display)
    {
        try
        {
            var parser = new TeX(formula.Trim(), display);
            string body = parser.Row(null);
            return $"<math{(display ? " display=\"block\"" : "")}><mrow>{body}</mrow></math>";
        }
        catch (FormatException)
        {
            return $"<code class=\"math\">{Escape(formula.Trim())}</code>";
        }
    }

    /// <summary>Atoms with their scripts, up to what ends them: a brace, or <c>\right</c>.</summary>
    private string Row(string? end)
    {
        if (++depth > MaxDepth)
            throw new FormatException();
        var row = new StringBuilder();
        while (true)
        {
            SkipSpace();
            if (at == source.Length)
            {
                if (end is not null)
                    throw new FormatException();
                break;
            }

            if (end is not null && source.AsSpan(at).StartsWith(end, StringComparison.Ordinal))
            {
                at += end.Length;
                break;
            }

            row.Append(Scripted());
        }

        depth--;
        return row.ToString();
    }

    private string Scripted()
    {
        int start = at;
        string atom = source[at] is '_' or '^' ? "<mrow></mrow>" : Atom();
        string name = source[start..at].Trim().TrimStart('\\');
        bool below = display && (Large.ContainsKey(name) || LimitsBelow.Contains(name)) && name != "int";
        string? sub = null, sup = null;
        while (true)
        {
            SkipSpace();
            if (at < source.Length && source[at] == '_' && sub is null)
            {
                at++;
                sub = Argument();
            }
            else if (at < source.Length && source[at] is '^' && sup is null)
            {
                at++;
                sup = Argument();
            }
            else if (at < source.Length && source[at] == '\'' && sup is null)
            {
                at++;
                sup = "<mo>′</mo>";
            }
            else
                break;
        }

        return (sub, sup, below) switch
        {
            (null, null, _) => atom,
            (_, null, true) => $"<munder>{atom}{sub}</munder>",
            (null, _, true) => $"<mover>{atom}{sup}</mover>",
            (_, _, true) => $"<munderover>{atom}{sub}{sup}</munderover>",
            (_, null, _) => $"<msub>{atom}{sub}</msub>",
            (null, _, _) => $"<msup>{atom}{sup}</msup>",
            _ => $"<msubsup>{atom}{sub}{sup}</msubsup>",
        };
    }

    private string Atom()
    {
        char c = source[at];
        switch (c)
        {
            case '{':
                at++;
                return $"<mrow>{Row("}")}</mrow>";
            case '\\':
                return Command();
            case '}' or '&' or '%' or '#' or '$':
                throw new FormatException();
        }

        if (char.IsAsciiDigit(c))
        {
            int start = at;
            while (at < source.Length && (char.IsAsciiDigit(source[at]) || (source[at] == '.' && at + 1 < source.Length && char.IsAsciiDigit(source[at + 1]))))
                at++;
            return $"<mn>{source[start..at]}</mn>";
        }

        var rune = Rune.GetRuneAt(source, at);
        at += rune.Utf16SequenceLength;
        if (Rune.IsLetter(rune))
            return $"<mi>{Escape(rune.ToString())}</mi>";
        string sign = rune.Value switch { '-' => "−", '*' => "∗", _ => rune.ToString() };
        return c is '(' or ')' or '[' or ']' or '|' ? $"<mo stretchy=\"false\">{sign}</mo>" : $"<mo>{Escape(sign)}</mo>";
    }

    private string Command()
    {
        string name = Name();
        if (Letters.TryGetValue(name, out string? letter))
            return $"<mi>{letter}</mi>";
        if (Operators.TryGetValue(name, out string? sign))
            return $"<mo stretchy=\"false\">{Escape(sign)}</mo>";
        if (Large.TryGetValue(name, out string? large))
            return $"<mo>{large}</mo>";
        if (Spaces.TryGetValue(name, out string? width))
            return $"<mspace width=\"{width}\"></mspace>";
        if (Functions.Contains(name))
            return $"<mi mathvariant=\"normal\">{name}</mi>{(LimitsBelow.Contains(name) ? "" : "<mspace width=\"0.17em\"></mspace>")}";
        if (Accents.TryGetValue(name, out string? accent))
            return $"<mover accent=\"true\">{Argument()}<mo>{accent}</mo></mover>";
        if (Variants.TryGetValue(name, out string? variant))
            return Variant(variant);
        return name switch
        {
            "frac" or "tfrac" or "dfrac" => $"<mfrac>{Argument()}{Argument()}</mfrac>",
            "sqrt" => $"<msqrt>{Argument()}</msqrt>",
            "text" or "operatorname" or "mathsf" or "mathtt" or "textit" or "textbf" => $"<mtext>{Escape(Braced())}</mtext>",
            "left" => Fence(),
            _ => throw new FormatException(),
        };
    }

    /// <summary>Letters of another alphabet: MathML Core knows them as characters.</summary>
    private string Variant(string variant)
    {
        SkipSpace();
        string text = at < source.Length && source[at] == '{' ? Braced() : at < source.Length ? source[at++].ToString() : throw new FormatException();
        if (variant == "normal")
            return $"<mi mathvariant=\"normal\">{Escape(text)}</mi>";
        if (!text.All(char.IsAsciiLetterOrDigit))
            throw new FormatException();
        return $"<mi>{string.Concat(text.Select(c => InAlphabet(variant, c)))}</mi>";
    }

    private static string InAlphabet(string variant, char c)
    {
        string special = (variant, c) switch
        {
            ("script", 'B') => "ℬ", ("script", 'E') => "ℰ", ("script", 'F') => "ℱ", ("script", 'H') => "ℋ", ("script", 'I') => "ℐ", ("script", 'L') => "ℒ", ("script", 'M') => "ℳ", ("script", 'R') => "ℛ",
            ("script", 'e') => "ℯ", ("script", 'g') => "ℊ", ("script", 'o') => "ℴ", ("double-struck", 'C') => "ℂ", ("double-struck", 'H') => "ℍ", ("double-struck", 'N') => "ℕ",
            ("double-struck", 'P') => "ℙ", ("double-struck", 'Q') => "ℚ", ("double-struck", 'R') => "ℝ", ("double-struck", 'Z') => "ℤ", ("italic", 'h') => "ℎ", _ => "",
        };
        if (special.Length > 0)
            return special;
        int start = variant switch { "bold" => 0x1D400, "italic" => 0x1D434, "script" => 0x1D49C, _ => 0x1D538 };
        if (char.IsAsciiLetterUpper(c))
            return char.ConvertFromUtf32(start + c - 'A');
        if (char.IsAsciiLetterLower(c))
            return char.ConvertFromUtf32(start + 26 + c - 'a');
        return variant switch { "bold" => char.ConvertFromUtf32(0x1D7CE + c - '0'), "double-struck" => char.ConvertFromUtf32(0x1D7D8 + c - '0'), _ => c.ToString() };
    }

    private string Fence()
    {
        string open = Delimiter(), body = Row("\\right"), close = Delimiter();
        return $"<mrow>{Fence(open, "prefix")}{body}{Fence(close, "postfix")}</mrow>";

        static string Fence(string sign, string form) => sign == "." ? "" : $"<mo fence=\"true\" form=\"{form}\">{Escape(sign)}</mo>";
    }

    private string Delimiter()
    {
        SkipSpace();
        if (at == source.Length)
            throw new FormatException();
        return source[at] != '\\' ? source[at++].ToString() : Operators.TryGetValue(Name(), out string? sign) ? sign : throw new FormatException();
    }

    private string Argument()
    {
        SkipSpace();
        if (at == source.Length || ++depth > MaxDepth)
            throw new FormatException();
        string argument = char.IsAsciiDigit(source[at]) ? $"<mn>{source[at++]}</mn>" : Atom();
        depth--;
        return $"<mrow>{argument}</mrow>";
    }

    private string Braced()
    {
        SkipSpace();
        int end = at < source.Length && source[at] == '{' ? source.IndexOf('}', at) : -1;
        if (end < 0)
            throw new FormatException();
        string text = source[(at + 1)..end];
        at = end + 1;
        return text;
    }

    private string Name()
    {
        int start = ++at;
        while (at < source.Length && char.IsAsciiLetter(source[at]))
            at++;
        if (at == start && at < source.Length)
            at++;
        return source[start..at];
    }

    private void SkipSpace()
    {
        while (at < source.Length && (char.IsWhiteSpace(source[at]) || source[at] == '~'))
            at++;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
