namespace Lasco.Notebooks.Scripting;

/// <summary>Whether a cell could be run as it stands, as Jupyter's is_complete asks.</summary>
public enum Completeness
{
    /// <summary>It parses.</summary>
    Complete,

    /// <summary>More has to follow.</summary>
    Incomplete,

    /// <summary>It never will.</summary>
    Invalid,
}
