namespace Lasco.Research.Roaming.Rules;

/// <summary>Statements with a question behind: <c>The man is tall, isn't he?</c></summary>
internal static class TagQuestion
{
    /// <summary>Takes the tag away.</summary>
    public static bool TryStrip(ReadOnlySpan<Token> question, out ReadOnlySpan<Token> statement)
    {
        statement = question;
        if (question.Length < 5 || question[0].IsFinite || question[0].Is(WordClass.Wh))
            return false;
        int tag = question.Length - 1;
        if (question[tag].Text is "right" or "correct" && question[tag - 1].Is(WordClass.Comma))
        {
            statement = question[..(tag - 1)];
            return true;
        }

        if (!question[tag].Is(WordClass.Pronoun))
            return false;
        tag--;
        if (question[tag].Text == "not")
            tag--;
        if (!question[tag].IsFinite || !question[tag - 1].Is(WordClass.Comma))
            return false;
        statement = question[..(tag - 1)];
        return true;
    }
}
