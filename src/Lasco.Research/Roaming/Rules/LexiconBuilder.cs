namespace Lasco.Research.Roaming.Rules;

/// <summary>Makes the lexicon of the word lists, with the forms of their nouns and verbs.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>Reads the word lists.</summary>
    public LexiconBuilder()
    {
        AddAll(WordLists.Determiners, WordClass.Determiner);
        AddAll(WordLists.Pronouns, WordClass.Pronoun);
        AddAll(WordLists.Prepositions, WordClass.Preposition);
        AddAll(WordLists.Particles, WordClass.Particle);
        AddAll(WordLists.Conjunctions, WordClass.Conjunction);
        AddAll(WordLists.Auxiliaries, WordClass.Auxiliary);
        AddAll(WordLists.Wh, WordClass.Wh);
        AddAll(WordLists.Adverbs, WordClass.Adverb);
        AddAll(WordLists.Adjectives, WordClass.Adjective);
        foreach (string number in Numerals.Words)
            Add(number, WordClass.Number);
        AddNouns();
        AddVerbs();
        AddNames();
        Parts["her"] = WordClass.Determiner;
    }

    /// <summary>The parts that words can play.</summary>
    public Dictionary<string, WordClass> Parts { get; } = [];

    /// <summary>The base forms of verbs' forms.</summary>
    public Dictionary<string, string> VerbsOfForms { get; } = [];

    /// <summary>The spelling of names.</summary>
    public Dictionary<string, string> Spelling { get; } = [];

    private void AddNouns()
    {
        foreach (string noun in Inflection.Split(WordLists.Nouns))
        {
            AddNoun(noun);
            if (Inflection.Plural(noun) is var plural && plural != noun)
                Add(plural, WordClass.Noun | WordClass.Plural);
        }

        foreach (string noun in Inflection.Split(WordLists.IrregularPlurals))
            AddNoun(noun);
        AddAll(WordLists.PluralOnly, WordClass.Noun | WordClass.Plural);
        AddAll(WordLists.MassNouns, WordClass.Noun | WordClass.Mass);
        foreach (string noun in Inflection.Split(WordLists.SingularInS))
            Parts.TryAdd(noun, WordClass.Noun);
    }

    private void AddVerbs()
    {
        foreach (string verb in Inflection.Split(WordLists.Verbs))
        {
            AddForm(verb, verb, WordClass.Verb);
            AddForm(Inflection.ThirdPerson(verb), verb, WordClass.ThirdPerson);
            AddForm(Inflection.Past(verb), verb, WordClass.Past);
            AddForm(Inflection.Participle(verb), verb, WordClass.Participle);
            AddForm(Inflection.Gerund(verb), verb, WordClass.Gerund);
        }
    }

    private void AddNames()
    {
        foreach (string name in Inflection.Split(WordLists.ProperNouns))
        {
            Spelling.TryAdd(name.ToLowerInvariant(), name);
            Add(name.ToLowerInvariant(), WordClass.Noun | WordClass.Proper);
        }

        foreach (string name in Inflection.Split(WordLists.CommonNames))
        {
            if (Spelling.Remove(name))
                Parts[name] &= ~WordClass.Proper;
        }
    }

    private void AddAll(string words, WordClass part)
    {
        foreach (string word in Inflection.Split(words))
            Add(word, part);
    }

    private void AddNoun(string noun) => Add(noun, Inflection.IsPlural(noun) ? WordClass.Noun | WordClass.Plural : WordClass.Noun);

    private void AddForm(string form, string verb, WordClass part)
    {
        Add(form, part);
        VerbsOfForms.TryAdd(form, verb);
    }

    private void Add(string word, WordClass part) => Parts[word] = Parts.GetValueOrDefault(word) | part;
}
