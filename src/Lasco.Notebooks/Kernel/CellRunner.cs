using Lasco.Notebooks.Display;
using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Kernel;

/// <summary>Serves execute_request: numbers the cells, keeps their history, and lets those that wait behind a failed one fail too.</summary>
/// <param name="wire">Carries outputs and replies.</param>
/// <param name="input">Asks the user.</param>
/// <param name="history">Keeps the cells.</param>
/// <param name="session">The session, once it is there.</param>
internal sealed class CellRunner(Wire wire, StandardInput input, History history, Task<CSharpSession> session)
{
    private static readonly CellError Aborted = new("Aborted", "not run: a cell before it failed", ["not run: a cell before it failed"], null);

    private int count;
    private long abortedUpTo;

    /// <summary>Runs the cell in a request and gives the reply's content.</summary>
    public byte[] Run(Request request)
    {
        if (request.Number <= abortedUpTo)
            return Contents.ExecuteFailed(count, Aborted);

        string code = request.Content.Text("code");
        bool silent = request.Content.Flag("silent", false), isBlank = string.IsNullOrWhiteSpace(code);
        if (request.Content.Flag("store_history", true) && !silent && !isBlank)
            history.Add(++count, code);
        if (!silent)
            wire.Publish(request, "execute_input", Contents.ExecuteInput(code, count));
        if (isBlank)
            return Contents.ExecuteOk(count, page: null);

        var output = new IopubOutput(wire, input, request, count) { Silent = silent, AllowStdin = request.Content.Flag("allow_stdin", false) };
        try
        {
            if (Pager.Question(code) is { } name)
                return Contents.ExecuteOk(count, session.GetAwaiter().GetResult().Inspect(name, name.Length) ?? Unknown(name));
            var result = session.GetAwaiter().GetResult().Execute(CellLanguage.Apply(code, request.Message.Metadata), $"cell {count}", output);
            return result.Error is null ? Contents.ExecuteOk(count, page: null) : Fail(request, result.Error, silent);
        }
        finally
        {
            output.End();
        }
    }

    private byte[] Fail(Request request, CellError error, bool silent)
    {
        if (!silent)
            wire.Publish(request, "error", Contents.Error(error));
        if (request.Content.Flag("stop_on_error", true))
            abortedUpTo = wire.Arrived;
        return Contents.ExecuteFailed(count, error);
    }

    private static MimeBundle Unknown(string name) => new(new Dictionary<string, string> { [MimeBundle.Text] = $"nothing is known about {name}" });
}
