namespace Lasco.Research.Roaming.Rules;

/// <summary>Words that stand for two, with and without their apostrophe.</summary>
internal static class Contraction
{
    /// <summary>The two words of a contraction: <c>what's</c> as <c>what is</c>, <c>dont</c> as <c>do not</c>; null for other words.</summary>
    public static (string First, string Second)? Expand(string word) => word switch
    {
        "what's" or "who's" or "where's" or "how's" or "when's" or "why's" or "which's" or "there's" or "here's" or "that's" or "this's" or "it's" or "he's" or "she's" => (word[..^2], "is"),
        "whats" or "wheres" or "whos" or "hows" => (word[..^1], "is"),
        "they're" or "you're" or "we're" or "what're" or "there're" => (word[..^3], "are"),
        "i'm" => ("I", "am"),
        "can't" or "cannot" or "cant" => ("can", "not"),
        "won't" => ("will", "not"),
        "isnt" or "arent" or "wasnt" or "werent" or "dont" or "doesnt" or "didnt" or "hasnt" or "havent" or "wouldnt" or "couldnt" or "shouldnt" => (word[..^2], "not"),
        _ => word.Length > 4 && word.EndsWith("n't", StringComparison.Ordinal) ? (word[..^3], "not") : null,
    };
}
