using Lasco.Notebooks.Display;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

#pragma warning disable IDE1006 // The names that notebooks of .NET Interactive use.

/// <summary>The functions that a notebook of .NET Interactive calls without a class name.</summary>
public static class Kernel
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">Anything, null included.</param>
    /// <param name="mimeTypes">The forms wanted; the value's own choice where none is given. Plain text always comes along.</param>
    /// <returns>What replaces the shown value.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>HTML, to be shown as it is.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs JavaScript in the page.</summary>
    public static void Javascript(string scriptContent) =>
        Output.Show(MimeBundle.Of(MimeBundle.Html, $"<script type=\"text/javascript\">{scriptContent}</script>"));

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => Output.Show(MimeBundle.Of(MimeBundle.Html, $"<style>{content}</style>"));

    /// <summary>Asks the user for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="typeHint"><c>password</c> for an answer that is not to be seen; anything else for text.</param>
    /// <exception cref="NotSupportedException">Nobody is there to answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(Ask(prompt, typeHint == "password"));

    /// <summary>Asks the user for a password.</summary>
    /// <exception cref="NotSupportedException">Nobody is there to answer.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Ask(prompt, password: true)));

    private static string Ask(string prompt, bool password) =>
        CellOutput.Current?.Ask(prompt, password) ?? throw new NotSupportedException("nobody is there to answer: no cell is running");
}
