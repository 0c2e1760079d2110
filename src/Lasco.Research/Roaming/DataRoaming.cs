using Lasco.Research.Datasets;
using Lasco.Research.Roaming.Quality;

namespace Lasco.Research.Roaming;

/// <summary>
/// Data roaming (section 3.1): of each complementary pair (I, Q, A), (I_c, Q, A_c) of VQA2.0 the triplets (I, S_c, I_c)
/// and (I_c, S, I) with S_c = G(Q, A_c) and S = G(Q, A), as far as the quality control (section 3.2) lets them pass.
/// </summary>
public sealed class DataRoaming
{
    private const int BlockSize = 4096;

    /// <summary>G.</summary>
    public required IRephraser Rephraser { get; init; }

    /// <summary>The rules that triplets must pass. They remember: one instance serves one run.</summary>
    public QualityControl Quality { get; init; } = new();

    /// <summary>Selects among phrasings. A triplet's text depends on the seed and its <c>qid</c>, not on the other pairs.</summary>
    public int Seed { get; init; }

    /// <summary>How many texts are made at a time. It has no influence on the result.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>What the rephraser will be asked, in the order of the pairs.</summary>
    /// <param name="split">VQA2.0.</param>
    public IEnumerable<(QuestionAnswer Pair, ulong Seed)> Requests(VqaSplit split) =>
        Directions(split).Where(direction => Obstacle(direction) is null).Select(direction => (Ask(direction.Target), SeedOf(direction.Query.Id)));

    /// <summary>Makes the triplets.</summary>
    /// <param name="split">VQA2.0.</param>
    /// <param name="progress">Hears which share of the pairs is done.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public async Task<RoamedSet> RunAsync(VqaSplit split, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var triplets = new List<RoamedTriplet>(2 * split.Pairs.Count);
        var rejects = new List<RoamingReject>();
        var ids = new HashSet<long>(2 * split.Pairs.Count);
        int done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        foreach ((VqaQuestion Query, VqaQuestion Target)[] block in Directions(split).Chunk(BlockSize))
        {
            var obstacles = Array.ConvertAll(block, Obstacle);
            var texts = new Rephrasing[block.Length];
            await Parallel.ForAsync(0, block.Length, parallel, async (i, stop) =>
            {
                if (obstacles[i] is null)
                    texts[i] = await Rephraser.RephraseAsync(Ask(block[i].Target), SeedOf(block[i].Query.Id), stop);
            });
            for (int i = 0; i < block.Length; i++)
            {
                (VqaQuestion query, VqaQuestion target) = block[i];
                if ((obstacles[i] ?? Objection(query, target, texts[i], ids)) is var (stage, reason))
                    rejects.Add(new RoamingReject(query, target, texts[i].Text, stage, reason));
                else
                    triplets.Add(new RoamedTriplet(query.Id, query.ImageId, target.ImageId, texts[i].Text!));
            }

            done += block.Length;
            progress?.Report(done / (2.0 * split.Pairs.Count));
        }

        return new RoamedSet { Triplets = triplets, Rejects = rejects, Corpus = Corpus(split) };
    }

    private static IEnumerable<(VqaQuestion Query, VqaQuestion Target)> Directions(VqaSplit split)
    {
        foreach ((int a, int b) in split.Pairs)
        {
            yield return (split.Questions[a], split.Questions[b]);
            yield return (split.Questions[b], split.Questions[a]);
        }
    }

    private static long[] Corpus(VqaSplit split) =>
        [.. split.Pairs.SelectMany(pair => new[] { split.Questions[pair.A].ImageId, split.Questions[pair.B].ImageId }).Distinct().Order()];

    private static QuestionAnswer Ask(in VqaQuestion target) => new(target.Text, target.Answer!, target.QuestionType, target.AnswerType);

    private ulong SeedOf(long id) => new SplitMix64(Seed, (int)id, (int)(id >> 32)).Next();

    /// <summary>What stands in the way before there is a text.</summary>
    private (RejectStage, string)? Obstacle((VqaQuestion Query, VqaQuestion Target) direction) =>
        direction.Target.Answer is null ? (RejectStage.Input, "unanswered")
        : Quality.Reject(direction.Query, direction.Target) is { } rule ? (RejectStage.Quality, rule) : null;

    /// <summary>What speaks against a triplet once its text is there.</summary>
    private (RejectStage, string)? Objection(in VqaQuestion query, in VqaQuestion target, Rephrasing made, HashSet<long> ids)
    {
        if (made.Text is null)
            return (RejectStage.Rephraser, made.Refusal ?? "no text");
        if (Quality.Reject(new Transition(query, target, made.Text)) is { } rule)
            return (RejectStage.Quality, rule);
        // A qid names one triplet: a question that is in several pairs is the query of the first.
        return ids.Add(query.Id) ? null : (RejectStage.Input, "repeated-qid");
    }
}
