using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming;

/// <summary>LaSCo.Ca (section 6.1): a share of the transition texts gives way to a caption of the target image.</summary>
public static class CaptionMix
{
    private const int Stream = 1;

    /// <summary>Replaces texts.</summary>
    /// <param name="triplets">The triplets.</param>
    /// <param name="captions">COCO's captions.</param>
    /// <param name="share">The share of texts to replace, 0 to 1; it is met exactly (rounded), unless too few targets have captions.</param>
    /// <param name="seed">Decides which texts are replaced, and by which of the target's captions.</param>
    /// <returns>The triplets in the same order, and how many were replaced.</returns>
    public static (IReadOnlyList<RoamedTriplet> Triplets, int Replaced) Apply(
        IReadOnlyList<RoamedTriplet> triplets, IEnumerable<CocoCaptionedImage> captions, double share, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        Dictionary<long, string[]> texts = captions.ToDictionary(image => image.Id, image => image.Captions.Select(OneLine).Where(text => text.Length > 0).ToArray());
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
        return (result, count);
    }

    private static string OneLine(string caption) => string.Join(' ', caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
