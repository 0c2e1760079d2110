using System.Diagnostics.CodeAnalysis;

namespace Lasco.Research.Checkpoints;

/// <summary>A Python dictionary: the order of insertion is kept, and a key that comes again replaces the value.</summary>
internal class PickleDictionary() : OrderedDictionary<object, object?>(KeyComparer.Instance)
{
    /// <summary>
    /// Texts and numbers are equal by value, all else by reference. Hashes are seeded anew in every process, so that
    /// no file can choose keys that collide.
    /// </summary>
    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object? x, object? y) =>
            x is string or long or double or bool ? x.Equals(y) : ReferenceEquals(x, y);

        public int GetHashCode([DisallowNull] object key) => key switch
        {
            string text => text.GetHashCode(),
            long number => HashCode.Combine((int)number, (int)(number >> 32)),
            double number => GetHashCode(BitConverter.DoubleToInt64Bits(number)),
            bool flag => flag ? 1 : 0,
            _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key),
        };
    }
}

/// <summary>A module of a TorchScript archive, as the dictionary of its attributes.</summary>
internal sealed class ScriptModule : PickleDictionary;
