namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers to whose thing something is: <c>What country's flag is shown?</c></summary>
internal static class KindOwner
{
    /// <summary>What the answer owns: <c>Canada's flag</c>, <c>the tall man's shirt</c>, <c>the shirt of the man on the left</c>.</summary>
    public static string Fill(Kind kind, Answer answer)
    {
        string owner = kind.Words[0].Text;
        string owned = Phrase.Of(kind.Words[1..]);
        if (Nouns.Locations.Contains(answer.Text))
            return Phrase.Join("the", owned, "of the", owner[..^2], KindAnswer.Located(answer.Text));
        return answer.IsAdjective ? Phrase.Join("the", answer.Text, owner, owned) : Phrase.Join(Owner(owner, answer), owned);
    }

    /// <summary>The answer as the owner that was asked for: <c>Canada's</c>, <c>the Yankees'</c>, <c>the cat's</c>.</summary>
    private static string Owner(string asked, Answer answer)
    {
        string who = asked[..^2];
        if (who != "team" && !Nouns.Namesakes.Contains(who))
            return WhoseRule.Owner(answer);
        string name = ProperName.Of(answer);
        return Phrase.Join(who == "team" ? "the" : "", name.EndsWith('s') || name.EndsWith('x') ? name + "'" : name + "'s");
    }
}
