namespace Lasco.Research;

/// <summary>
/// A stream of random numbers (Steele, Lea and Flood, 2014) that is the same on every machine and under every version
/// of .NET, which System.Random does not promise. Streams for parts of the world are derived, not shared, so that what
/// one image looks like does not depend on which image was drawn before it.
/// </summary>
internal sealed class SplitMix64
{
    private ulong state;

    /// <summary>The stream of one thing: <paramref name="keys"/> name it (a set, an image, a purpose).</summary>
    public SplitMix64(long seed, params ReadOnlySpan<int> keys)
    {
        state = Mix((ulong)seed + 0x9E3779B97F4A7C15);
        foreach (int key in keys)
            state = Mix(state ^ Mix((ulong)(uint)key + 0x632BE59BD9B4E019));
    }

    /// <summary>64 uniform bits.</summary>
    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>Uniform in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [−<paramref name="extent"/>, <paramref name="extent"/>).</summary>
    public double Around(double extent) => (2 * Unit() - 1) * extent;

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of an enumeration's values, which count from 0.</summary>
    public T Pick<T>()
        where T : struct, Enum => Values<T>.All[Below(Values<T>.All.Length)];

    /// <summary>One of an enumeration's values, but not <paramref name="except"/>.</summary>
    public T Other<T>(T except)
        where T : struct, Enum
    {
        T value = Values<T>.All[Below(Values<T>.All.Length - 1)];
        return EqualityComparer<T>.Default.Equals(value, except) ? Values<T>.All[^1] : value;
    }

    /// <summary>Puts the items in a random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }
}
