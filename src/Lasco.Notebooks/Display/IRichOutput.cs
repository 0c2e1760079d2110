namespace Lasco.Notebooks.Display;

/// <summary>Something that knows all the forms in which it can be shown.</summary>
public interface IRichOutput
{
    /// <summary>Its forms.</summary>
    MimeBundle ToBundle();
}
