namespace Lasco.Research;

/// <summary>
/// Something that the user gave is not what it should be: a file, an annotation, a setting.
/// The message is one line that names the file, the place in it and what was expected; the command line prints it
/// and exits with code 2.
/// </summary>
public class InputException : Exception
{
    /// <summary>A problem with a file, or at a place in it.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="problem">What is wrong, where, and what was expected.</param>
    /// <param name="inner">The exception that revealed it.</param>
    public InputException(string file, string problem, Exception? inner = null)
        : base(OneLine.Of($"{file}: {problem}"), inner) => File = file;

    /// <summary>A problem with something that is not in a file, such as an option.</summary>
    /// <param name="problem">What is wrong, and what was expected.</param>
    public InputException(string problem)
        : base(OneLine.Of(problem))
    {
    }

    /// <summary>A file that the system does not let be read.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="cause">Why.</param>
    internal static InputException Unreadable(string file, Exception cause) => new(file, cause switch
    {
        _ when Directory.Exists(file) => "is a folder; expected a file",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => $"cannot be read: {cause.Message}",
    }, cause);

    /// <summary>The file, or null where the problem is not in one.</summary>
    public string? File { get; }
}
