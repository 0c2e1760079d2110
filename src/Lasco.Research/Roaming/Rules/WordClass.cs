namespace Lasco.Research.Roaming.Rules;

/// <summary>The parts that a word can play; an ambiguous word has several.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Determiner = 1 << 0,
    Pronoun = 1 << 1,
    Genitive = 1 << 2,
    Number = 1 << 3,
    Noun = 1 << 4,
    Plural = 1 << 5,
    Mass = 1 << 6,
    Proper = 1 << 7,
    Adjective = 1 << 8,
    Adverb = 1 << 9,
    Preposition = 1 << 10,
    Conjunction = 1 << 11,
    Auxiliary = 1 << 12,
    Wh = 1 << 13,
    Verb = 1 << 14,
    ThirdPerson = 1 << 15,
    Past = 1 << 16,
    Gerund = 1 << 17,
    Participle = 1 << 18,
    Comma = 1 << 19,
    Particle = 1 << 20,
}
