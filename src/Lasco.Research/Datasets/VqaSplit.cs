using System.Runtime.InteropServices;

namespace Lasco.Research.Datasets;

/// <summary>The questions of a split of VQA2.0 and its complementary pairs.</summary>
public sealed class VqaSplit
{
    private readonly List<VqaQuestion> questions = [];
    private readonly Dictionary<long, int> positions = [];
    private readonly List<(int A, int B)> pairs = [];

    internal VqaSplit()
    {
    }

    /// <summary>The questions in the order of their file.</summary>
    public IReadOnlyList<VqaQuestion> Questions => questions;

    /// <summary>The complementary pairs (I, Q, A), (I_c, Q, A_c) in the order of their file: positions in <see cref="Questions"/>.</summary>
    public IReadOnlyList<(int A, int B)> Pairs => pairs;

    /// <summary>Finds a question.</summary>
    /// <param name="questionId">VQA2.0's <c>question_id</c>.</param>
    /// <returns>Its position in <see cref="Questions"/>, or −1.</returns>
    public int IndexOf(long questionId) => positions.TryGetValue(questionId, out int position) ? position : -1;

    internal bool Ask(long id, long imageId, string text)
    {
        if (!positions.TryAdd(id, questions.Count))
            return false;
        questions.Add(new VqaQuestion(id, imageId, text, null, null, null));
        return true;
    }

    internal void Answer(int question, in VqaAnnotation annotation)
    {
        ref VqaQuestion asked = ref CollectionsMarshal.AsSpan(questions)[question];
        asked = asked with { Answer = annotation.Answer, QuestionType = annotation.QuestionType, AnswerType = annotation.AnswerType };
    }

    internal void Pair(int a, int b) => pairs.Add((a, b));
}
