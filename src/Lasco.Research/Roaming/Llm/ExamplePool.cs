namespace Lasco.Research.Roaming.Llm;

/// <summary>The examples that prompts are made of: in the paper about 300, written by 20 annotators (section 3.1); here as many, written for this project.</summary>
public static class ExamplePool
{
    private const string Resource = "roaming/examples.tsv";
    private static readonly Lazy<Example[]> Pool = new(Read);

    /// <summary>All examples.</summary>
    public static IReadOnlyList<Example> All => Pool.Value;

    /// <summary>Different examples in a random order.</summary>
    /// <param name="count">How many, at most half of them.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="except">A question that none of them may ask.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than half of the pool are wanted.</exception>
    public static Example[] Draw(int count, ulong seed, string except)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Pool.Value.Length / 2);
        var random = new SplitMix64((long)seed);
        var drawn = new List<Example>(count);
        while (drawn.Count < count)
        {
            Example example = random.Pick(Pool.Value);
            if (!drawn.Contains(example) && !string.Equals(example.Question, except, StringComparison.OrdinalIgnoreCase))
                drawn.Add(example);
        }

        return [.. drawn];
    }

    private static Example[] Read()
    {
        using Stream stream = typeof(ExamplePool).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var examples = new List<Example>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var question, var answer, var text])
                throw new InvalidDataException($"{Resource}, line {examples.Count + 1}: expected question, answer and text");
            examples.Add(new Example(question, answer, text));
        }

        return [.. examples];
    }
}
