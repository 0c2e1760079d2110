using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Lasco.Cli;
using Lasco.Cli.Verbs;
using Lasco.Notebooks;
using Lasco.Research;

using var interrupt = new CancellationTokenSource();
using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var root = new RootCommand("Composed image retrieval: the LaSCo dataset, the CASE model, and every table of the paper.")
{
    ReproduceVerb.Create(), MiniVerb.Create(), PretrainVerb.Create(), TrainVerb.Create(), EvalVerb.Create(),
    SubmitVerb.Create(), EmbedVerb.Create(), QueryVerb.Create(), StatsVerb.Create(), DataVerb.Create(),
    RoamVerb.Create(), StudyVerb.Create(), TokenizeVerb.Create(), VerifyVerb.Create(), BenchVerb.Create(),
    NotebooksVerb.Create(), LabVerb.Create(), KernelVerb.Create(),
};
var command = root.Parse(args.Length == 0 ? ["--help"] : args);
if (command.Errors.Count > 0)
{
    // What was typed says more than what was not.
    string problem = (command.UnmatchedTokens is [var unmatched, ..] ? $"unknown: {unmatched}" : command.Errors[0].Message).ReplaceLineEndings(" ");
    string help = command.CommandResult.Command == root ? "lasco --help" : $"lasco {Typed(command.CommandResult)} --help";
    return Fail(ExitCode.BadInput, $"{problem} (see {help})");
}

try
{
    return await command.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupt.Token);
}
catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
{
    return Fail(ExitCode.Interrupted, "stopped; what was finished is kept");
}
catch (Exception e) when (e is InputException or NotebookException)
{
    return Fail(ExitCode.BadInput, e.Message);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException or ExternalException or OutOfMemoryException)
{
    return Fail(ExitCode.Failed, e.Message.ReplaceLineEndings(" "));
}

// The verb as it is typed, as "notebooks run".
static string Typed(CommandResult verb) => verb.Parent is CommandResult { Parent: not null } parent ? $"{Typed(parent)} {verb.Command.Name}" : verb.Command.Name;

// The first signal lets the step in hand finish and be kept; the second ends the process.
void Stop(PosixSignalContext context)
{
    context.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}

static int Fail(int code, string message)
{
    Console.Error.WriteLine($"lasco: {message}");
    return code;
}
