using System.CommandLine;
using Lasco.Notebooks.Kernel;

namespace Lasco.Cli.Verbs;

internal static class KernelVerb
{
    public static Command Create()
    {
        var user = new Option<bool>("--user") { Description = "Install for this user (what happens without --prefix)." };
        var prefix = new Option<string?>("--prefix") { Description = "Install below DIR/share/jupyter, as in a virtual environment or /usr/local.", HelpName = "DIR" };
        var install = new Command("install", $"Makes Jupyter offer C# notebooks: writes the kernel {KernelSpec.Name}.") { user, prefix };
        install.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
                result.AddError("--user and --prefix: expected one of them");
        });
        install.SetAction((parse, _) =>
        {
            string folder = parse.GetValue(prefix) is { } path ? KernelSpec.PrefixFolder(path) : KernelSpec.UserFolder;
            Display.Note($"wrote {KernelSpec.Install(folder)}");
            return Task.FromResult(ExitCode.Success);
        });
        return new Command("kernel", "The Jupyter kernel for C# notebooks.") { install };
    }
}
