namespace Lasco.Notebooks.Display;

/// <summary>
/// Where a running cell's outputs go: Jupyter's iopub channel in the kernel, the cell's outputs in the runner. Every member
/// may be called from any thread, also after the cell has ended, by threads that it left running.
/// </summary>
public interface ICellOutput
{
    /// <summary>Text written to the console.</summary>
    /// <param name="text">A piece of some kilobytes at most; pieces arrive in order.</param>
    /// <param name="error">Whether it was written to standard error.</param>
    void Stream(string text, bool error);

    /// <summary>Shows something.</summary>
    /// <param name="bundle">Its forms.</param>
    /// <param name="displayId">A name under which <see cref="Update"/> can replace it, or null.</param>
    void Display(MimeBundle bundle, string? displayId = null);

    /// <summary>Replaces whatever is shown under a name, in whichever cell it is.</summary>
    void Update(MimeBundle bundle, string displayId);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle bundle);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether to keep it until the next output replaces it.</param>
    void Clear(bool wait);

    /// <summary>Asks the user for a line of text.</summary>
    /// <exception cref="NotSupportedException">Nobody is there to answer.</exception>
    string Ask(string prompt, bool password);
}
