using System.CommandLine;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;

namespace Lasco.Cli.Verbs;

internal static class LabVerb
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "Folder to open; by default the checkout's notebooks.", Arity = ArgumentArity.ZeroOrOne };
        var quiet = new Option<bool>("--no-browser") { Description = "Only print the address." };
        var command = new Command("lab", "Opens the notebooks in Jupyter, on this machine alone. Ctrl-C stops it.") { folder, quiet };
        command.SetAction(async (parse, cancellation) =>
        {
            string path = parse.GetValue(folder) ?? NotebookFolder.Default;
            using var server = await JupyterServer.StartAsync(path, openBrowser: !parse.GetValue(quiet), cancellation);
            Console.WriteLine(server.Address);
            Display.Note("Ctrl-C stops it");
            await server.WaitAsync(cancellation);
            return ExitCode.Success;
        });
        return command;
    }
}
