using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming;

/// <summary>A candidate for a triplet (I, S_c, I_c): two questions of a complementary pair and what was made of the second's answer.</summary>
/// <param name="Query">(I, Q, A): its image is the query image.</param>
/// <param name="Target">(I_c, Q, A_c): its image is the target image.</param>
/// <param name="Text">The transition text S_c = G(Q, A_c).</param>
public readonly record struct Transition(VqaQuestion Query, VqaQuestion Target, string Text);
