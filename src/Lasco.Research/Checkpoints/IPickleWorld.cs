namespace Lasco.Research.Checkpoints;

/// <summary>
/// All that a pickle can reach outside itself. Members throw <see cref="FormatException"/> for what they refuse;
/// the reader adds the place.
/// </summary>
internal interface IPickleWorld
{
    /// <summary>What stands for the global, or a refusal.</summary>
    object Global(string module, string name);

    /// <summary>The value of <paramref name="callable"/>(<paramref name="arguments"/>).</summary>
    object? Call(object? callable, object?[] arguments);

    /// <summary>The value of <c>cls.__new__(cls)</c>.</summary>
    object? New(object? cls, object?[] arguments);

    /// <summary>Gives an object its state.</summary>
    void Build(object? target, PickleDictionary state);

    /// <summary>What stands outside the pickle under an identifier.</summary>
    object Persistent(object? id);
}
