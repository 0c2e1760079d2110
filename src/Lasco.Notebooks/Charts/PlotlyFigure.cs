using System.Globalization;
using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Charts;

/// <summary>What can be shown as a Plotly figure.</summary>
public abstract record PlotlyFigure : IRichOutput
{
    /// <summary>What stands above it.</summary>
    public string? Title { get; init; }

    /// <summary>CSS pixels; where null, as wide as the page.</summary>
    public int? Width { get; init; }

    /// <summary>CSS pixels.</summary>
    public int Height { get; init; } = 420;

    /// <summary>The figure in Plotly's schema, <c>{"data":[…],"layout":{…}}</c>: only what is set.</summary>
    public string ToJson() => PlotlyJson.Text(new JsonObject { ["data"] = Data(), ["layout"] = Layout() });

    /// <inheritdoc/>
    public MimeBundle ToBundle()
    {
        var bundle = WithoutStill();
        return Still.With(bundle.Data, new ChartStill(bundle.Data[MimeBundle.Plotly], Width ?? Still.PageWidth, Height));
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Summary();

    /// <summary>Its forms for a moment: drawing a still takes longer than a live figure stands.</summary>
    internal MimeBundle WithoutStill() => new(new Dictionary<string, string> { [MimeBundle.Text] = Summary(), [MimeBundle.Plotly] = ToJson() });

    internal abstract JsonArray Data();

    internal abstract JsonObject Layout();

    /// <summary>What is drawn, in words.</summary>
    internal abstract string Contents();

    /// <summary>A layout with what every figure has.</summary>
    private protected JsonObject CommonLayout()
    {
        var layout = new JsonObject { ["height"] = Height, ["colorway"] = new JsonArray([.. Palette.Colors.Select(color => (JsonNode)color)]), ["autotypenumbers"] = "strict" }; // names stay names, "1,1" too
        if (Width is { } width)
            layout["width"] = width;
        if (Title is not null)
            layout["title"] = new JsonObject { ["text"] = Title, ["x"] = 0.5, ["xanchor"] = "center", ["yref"] = "container", ["y"] = 1, ["yanchor"] = "top", ["pad"] = new JsonObject { ["t"] = 12 } };
        layout["margin"] = new JsonObject { ["l"] = 60, ["r"] = 25, ["t"] = Title is null ? 30 : 60, ["b"] = 55 };
        return layout;
    }

    private string Summary() => Title is null ? Contents() : string.Create(CultureInfo.InvariantCulture, $"{Title}: {Contents()}");
}
