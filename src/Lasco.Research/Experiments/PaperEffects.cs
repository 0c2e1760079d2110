using System.Globalization;

namespace Lasco.Research.Experiments;

/// <summary>The paper's observations (sections 5 and 6.3) as conditions on the measured tables.</summary>
internal static class PaperEffects
{
    private const string R10 = "R@10";

    public static IReadOnlyList<Effect> Decide(IReadOnlyList<ResultTable> tables)
    {
        var (lasco, ablation) = (Find("table4-lasco"), Find("table5-ablation"));
        var (cirr, fashion) = (Find("table3-cirr"), Find("table2-fashioniq"));
        string caseRow = Experiment.Case.Method, text = Experiment.TextOnly.Method, image = Experiment.ImageOnly.Method;

        double single = Math.Max(lasco[text, R10], lasco[image, R10]);
        double textShare = cirr[text, R10] / cirr[caseRow, R10];
        return
        [
            new("LaSCo needs both modalities: CASE is well above the better single one (Table 4)",
                Text($"R@10 {lasco[caseRow, R10]:F1} against {single:F1}, {lasco[caseRow, R10] / single:F2} times"), lasco[caseRow, R10] >= 1.5 * single),
            new("CIRR's texts nearly suffice: text-only comes close to CASE (Table 3)",
                Text($"R@10 {cirr[text, R10]:F1} against {cirr[caseRow, R10]:F1}, {textShare:P0} of it"), textShare >= 0.8),
            new("On FashionIQ text-only is far above image-only, and CASE above both (Table 2)",
                Text($"average R@10 {fashion[caseRow, "Average R@10"]:F1}, text-only {fashion[text, "Average R@10"]:F1}, image-only {fashion[image, "Average R@10"]:F1}"),
                fashion[caseRow, "Average R@10"] > fashion[text, "Average R@10"] && fashion[text, "Average R@10"] > fashion[image, "Average R@10"]),
            new("Fine-tuning is needed: CASE is above its initial weights (Table 3)",
                Text($"R@10 {cirr[caseRow, R10]:F1} against {cirr[Experiment.Init.Method, R10]:F1}"), cirr[caseRow, R10] > cirr[Experiment.Init.Method, R10]),
            Ablation("The reverse objective helps", Experiment.NoReverseQuery),
            Ablation("The Recall@K surrogate is above the contrastive loss", Experiment.Contrastive),
            Ablation("Training the image encoder helps at R@10", Experiment.FrozenVision),
        ];

        Effect Ablation(string claim, Experiment without) => new($"{claim} (Table 5)",
            Text($"R@10 {ablation[caseRow, R10]:F1} with, {ablation[without.Method, R10]:F1} without"), ablation[caseRow, R10] > ablation[without.Method, R10]);

        ResultTable Find(string name) => tables.First(table => table.Name == name);

        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
