using Lasco.Research.Datasets;
using Lasco.Research.Roaming.Quality;

namespace Lasco.Research.Roaming;

/// <summary>LaSCo.Ca (section 6.1): a share of the transition texts gives way to a caption of the target image.</summary>
public static class CaptionMix
{
    private const int Stream = 1;

    /// <summary>Replaces texts.</summary>
    /// <param name="triplets">The triplets.</param>
    /// <param name="captions">COCO's captions.</param>
    /// <param name="share">The share of texts to replace, 0 to 1; it is met exactly (rounded), unless too few targets have good captions.</param>
    /// <param name="seed">Decides which texts are replaced, and by which of the target's good captions.</param>
    /// <param name="quality">The rules that captions must pass, where they are about captions; all rules by default.</param>
    /// <returns>The triplets in the same order, how many were replaced, and the captions that a rule rejected.</returns>
    public static CaptionedTriplets Apply(
        IReadOnlyList<RoamedTriplet> triplets, IEnumerable<CocoCaptionedImage> captions, double share, int seed, QualityControl? quality = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rejects = new List<CaptionReject>();
        Dictionary<long, string[]> texts = Good(triplets, captions, quality ?? new QualityControl(), rejects);
        var candidates = new List<(ulong Rank, int Position, string Caption)>();
        for (int i = 0; i < triplets.Count; i++)
        {
            if (!texts.TryGetValue(triplets[i].TargetImage, out string[]? target) || target.Length == 0)
                continue;
            var random = new SplitMix64(seed, (int)triplets[i].Id, (int)(triplets[i].Id >> 32), Stream);
            candidates.Add((random.Next(), i, random.Pick(target)));
        }

        candidates.Sort();
        int count = Math.Min(candidates.Count, (int)Math.Round(share * triplets.Count, MidpointRounding.AwayFromZero));
        RoamedTriplet[] result = [.. triplets];
        foreach ((_, int position, string caption) in candidates.Take(count))
            result[position] = result[position] with { Text = caption };
        return new CaptionedTriplets(result, count) { Rejects = rejects };
    }

    /// <summary>The captions of the target images that pass, by image.</summary>
    private static Dictionary<long, string[]> Good(
        IReadOnlyList<RoamedTriplet> triplets, IEnumerable<CocoCaptionedImage> captions, QualityControl quality, List<CaptionReject> rejects)
    {
        HashSet<long> targets = [.. triplets.Select(triplet => triplet.TargetImage)];
        var good = new Dictionary<long, string[]>(targets.Count);
        foreach (CocoCaptionedImage image in captions)
        {
            if (targets.Contains(image.Id))
                good.Add(image.Id, [.. image.Captions.Select(OneLine).Where(caption => Passes(image.Id, caption))]);
        }

        return good;

        bool Passes(long image, string caption)
        {
            if (caption.Length == 0)
                return false;
            if (quality.Reject(caption) is not { } rule)
                return true;
            rejects.Add(new CaptionReject(image, caption, rule));
            return false;
        }
    }

    private static string OneLine(string caption) => string.Join(' ', caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
