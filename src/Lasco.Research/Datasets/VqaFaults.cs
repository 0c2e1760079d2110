using System.Globalization;

namespace Lasco.Research.Datasets;

/// <summary>What may be wrong with an entry of VQA2.0's files while the rest of them is good.</summary>
public enum VqaFaultKind
{
    /// <summary>The entry lacks something or is of another kind.</summary>
    Malformed,

    /// <summary>A number stands in quotation marks; it is read all the same.</summary>
    NumberAsString,

    /// <summary>A text is not UTF-8.</summary>
    BrokenText,

    /// <summary>The id has an earlier entry, which counts.</summary>
    Repeated,

    /// <summary>The id is that of no question.</summary>
    Dangling,

    /// <summary>The question has no answer.</summary>
    Unanswered,

    /// <summary>A question and its annotation name different images; the question's counts.</summary>
    ImagesDiffer,

    /// <summary>The two questions of a complementary pair differ.</summary>
    QuestionsDiffer,

    /// <summary>The file ends too early; what stands before its end is read.</summary>
    CutShort,
}

/// <summary>Something wrong in VQA2.0's files.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Id">The question's id, or null where none can be read.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">More of it, such as the position of an entry without an id, or null.</param>
public readonly record struct VqaFault(string File, long? Id, VqaFaultKind Kind, string? Detail = null)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{File}: {(Id is { } id ? $"question {id}: " : "")}{Words(Kind)}{(Detail is null ? "" : $" ({Detail})")}");

    private static string Words(VqaFaultKind kind) => kind switch
    {
        VqaFaultKind.Malformed => "lacks something or is of another kind",
        VqaFaultKind.NumberAsString => "a number stands in quotation marks",
        VqaFaultKind.BrokenText => "a text is not UTF-8",
        VqaFaultKind.Repeated => "stands there twice",
        VqaFaultKind.Dangling => "no question has this id",
        VqaFaultKind.Unanswered => "has no answer",
        VqaFaultKind.ImagesDiffer => "question and annotation name different images",
        VqaFaultKind.QuestionsDiffer => "the questions of its complementary pair differ",
        VqaFaultKind.CutShort => "the file ends too early",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>Collects faults while the reading goes on.</summary>
public sealed class VqaFaults
{
    private readonly List<VqaFault> faults = [];

    /// <summary>The faults in the order in which they were met.</summary>
    public IReadOnlyList<VqaFault> All => faults;

    internal void Add(string file, long? id, VqaFaultKind kind, string? detail = null) =>
        faults.Add(new VqaFault(Path.GetFileName(file), id, kind, detail));
}
