using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Lasco.Notebooks.Charts;

/// <summary>Figures in Plotly's JSON schema, whose names are lower case.</summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(new LowerCase()) },
    };

    public static string Text(JsonNode node) => node.ToJsonString(Options);

    public static JsonNode Node(Trace trace) => JsonSerializer.SerializeToNode(trace, Options)!;

    /// <summary>A share of the figure, without the digits that nobody sees.</summary>
    public static double Rounded(double share) => Math.Round(share, 4);

    /// <summary>An enumeration member's name in the schema.</summary>
    public static string Name<T>(T member)
        where T : struct, Enum => JsonSerializer.SerializeToNode(member, Options)!.GetValue<string>();

    /// <param name="axis">The axis.</param>
    /// <param name="anchor">The axis that it stands on, where there are several pairs.</param>
    /// <param name="domain">Its share of the figure.</param>
    public static JsonObject Axis(Axis axis, string? anchor = null, (double From, double To)? domain = null)
    {
        var node = new JsonObject { ["automargin"] = true };
        if (anchor is not null)
            node["anchor"] = anchor;
        if (domain is { } share)
            node["domain"] = new JsonArray(Rounded(share.From), Rounded(share.To));
        if (axis.Title is not null)
            node["title"] = new JsonObject { ["text"] = axis.Title, ["standoff"] = 8 };
        if (axis.Scale != Scale.Auto)
            node["type"] = Name(axis.Scale);
        bool reversed = axis.Reversed == true;
        if (axis.Range is { } range)
            node["range"] = new JsonArray(OnAxis(reversed ? range.High : range.Low, axis), OnAxis(reversed ? range.Low : range.High, axis));
        else if (reversed)
            node["autorange"] = "reversed";
        if (axis.TickFormat is not null)
            node["tickformat"] = axis.TickFormat;
        if (axis.Ticks is not null)
            (node["tickmode"], node["tickvals"]) = ("array", JsonSerializer.SerializeToNode(axis.Ticks, Options));
        if (axis.Visible == false)
            node["visible"] = false;
        return node;
    }

    /// <summary>An annotation; on a logarithmic axis the schema counts its place in powers of ten.</summary>
    public static JsonObject Annotation(Annotation annotation, Figure panel, string x, string y)
    {
        var node = new JsonObject
        {
            ["text"] = annotation.Text, ["x"] = OnAxis(annotation.X, panel.XAxis), ["y"] = OnAxis(annotation.Y, panel.YAxis), ["xref"] = x, ["yref"] = y,
            ["showarrow"] = annotation.Arrow,
        };
        if (annotation.Arrow)
            (node["arrowhead"], node["ax"], node["ay"], node["arrowcolor"]) = (2, 0, -36, "#808080");
        return node;
    }

    public static JsonObject PanelTitle(string title, string x, string y) => new()
    {
        ["text"] = title, ["x"] = 0.5, ["y"] = 1, ["xref"] = x + " domain", ["yref"] = y + " domain", ["xanchor"] = "center", ["yanchor"] = "bottom",
        ["yshift"] = 6, ["showarrow"] = false, ["font"] = new JsonObject { ["size"] = 14 },
    };

    public static void AddLegend(JsonObject layout, bool show)
    {
        layout["showlegend"] = show;
        if (!show)
            return;
        layout["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0.5, ["xanchor"] = "center", ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom" };
        layout["margin"]!["b"] = 80;
    }

    private static JsonNode? OnAxis(object place, Axis axis)
    {
        var node = JsonSerializer.SerializeToNode(Column.Of([place]), Options)![0]?.DeepClone();
        if (axis.Scale != Scale.Log || node?.GetValueKind() != JsonValueKind.Number)
            return node;
        double value = node.GetValue<double>();
        return value > 0 ? Math.Log10(value) : throw new ArgumentException($"{place} has no place on a logarithmic axis");
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
