using Lasco.Research.Roaming.Study;

namespace Lasco.Research.Tests.Roaming.Study;

public class FleissKappaTests
{
    /// <summary>Ten subjects, fourteen raters, five categories: the worked example of the article on Fleiss' kappa in Wikipedia.</summary>
    [Fact]
    public void Fourteen_raters_for_each_subject() => Assert.Equal(0.210, FleissKappa.Of(
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ])!.Value, 5e-4);

    /// <summary>Twenty-five subjects, two to five raters each: the example of Fleiss, Statistical Methods for Rates and Proportions, 0.54; Stata prints 0.5415.</summary>
    [Fact]
    public void Two_to_five_raters_for_a_subject()
    {
        int[] raters = [2, 2, 3, 4, 3, 4, 3, 5, 2, 4, 5, 3, 4, 4, 2, 2, 3, 2, 4, 5, 3, 4, 3, 3, 2];
        int[] positive = [2, 0, 2, 3, 3, 1, 0, 0, 0, 4, 5, 3, 4, 3, 0, 2, 1, 1, 1, 4, 2, 0, 0, 3, 2];
        Assert.Equal(0.5415, FleissKappa.Of([.. raters.Zip(positive, (n, x) => new[] { x, n - x })])!.Value, 5e-5);
    }

    [Fact]
    public void Agreement_is_1_and_two_raters_who_never_agree_have_minus_1()
    {
        Assert.Equal(1, FleissKappa.Of([[3, 0], [0, 2], [4, 0]]));
        Assert.Equal(-1, FleissKappa.Of([[1, 1], [1, 1]]));
    }

    [Fact]
    public void Without_a_second_rating_or_a_second_category_it_is_undefined()
    {
        Assert.Null(FleissKappa.Of([]));
        Assert.Null(FleissKappa.Of([[0, 0]]));
        Assert.Null(FleissKappa.Of([[1, 0], [0, 1]]));
        Assert.Null(FleissKappa.Of([[2, 0], [3, 0]]));
        Assert.Throws<ArgumentException>(() => FleissKappa.Of([[1, 0], [1]]));
        Assert.Throws<ArgumentException>(() => FleissKappa.Of([[1, -1]]));
    }

    /// <summary>The definition with observed and expected pairs of raters, for a constant number of raters.</summary>
    [Fact]
    public void With_one_number_of_raters_it_is_observed_against_expected_agreement()
    {
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            int raters = random.Next(2, 8), categories = random.Next(2, 6), subjects = random.Next(2, 30);
            int[][] counts = [.. Enumerable.Range(0, subjects).Select(_ =>
            {
                var item = new int[categories];
                for (int i = 0; i < raters; i++)
                    item[random.Next(categories)]++;
                return item;
            })];
            double observed = counts.Average(item => item.Sum(x => x * (x - 1.0)) / (raters * (raters - 1)));
            double expected = Enumerable.Range(0, categories).Sum(j => Math.Pow(counts.Average(item => item[j]) / raters, 2));
            if (expected < 1)
                Assert.Equal((observed - expected) / (1 - expected), FleissKappa.Of(counts)!.Value, 1e-9);
        }
    }
}
