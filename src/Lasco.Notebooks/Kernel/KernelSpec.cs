using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Kernel;

/// <summary>The kernel's entry in Jupyter: a folder with <c>kernel.json</c> and what the classic Notebook needs to show its cells.</summary>
public static class KernelSpec
{
    /// <summary>The kernel's name in notebooks, the one that .NET Interactive had.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The kernel's name in menus.</summary>
    public const string DisplayName = ".NET (C#)";

    /// <summary>What the launcher sets for libtorch, which cells need just as much when Jupyter is started in another way.</summary>
    private static readonly string[] KeptVariables = ["LD_LIBRARY_PATH", "OMP_NUM_THREADS"];

    /// <summary>
    /// The user's Jupyter data folder: JUPYTER_DATA_DIR, or <c>jupyter</c> in XDG_DATA_HOME, or <c>~/.local/share/jupyter</c>
    /// (<c>~/Library/Jupyter</c> on macOS).
    /// </summary>
    public static string UserFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } data)
                return data;
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsMacOS())
                return Path.Combine(home, "Library", "Jupyter");
            return Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } share ? share : Path.Combine(home, ".local", "share"), "jupyter");
        }
    }

    /// <summary>Jupyter's data folder below a prefix, as of a virtual environment.</summary>
    public static string PrefixFolder(string prefix) => Path.Combine(prefix, "share", "jupyter");

    /// <summary>Writes or replaces the entry.</summary>
    /// <param name="dataFolder">A Jupyter data folder: the entry becomes <c>kernels/.net-csharp</c> in it. Jupyter looks there when JUPYTER_PATH names it.</param>
    /// <returns>The entry's folder.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static string Install(string dataFolder)
    {
        string folder = Path.GetFullPath(Path.Combine(dataFolder, "kernels", Name));
        Directory.CreateDirectory(folder);
        string web = Path.Combine(AppContext.BaseDirectory, "web");
        if (Directory.Exists(web))
        {
            foreach (string file in Directory.EnumerateFiles(web))
                Replace(Path.Combine(folder, Path.GetFileName(file)), partial => File.Copy(file, partial, overwrite: true));
        }

        // Last, for Jupyter sees the entry from then on.
        Replace(Path.Combine(folder, "kernel.json"), partial => File.WriteAllText(partial, Json()));
        return folder;
    }

    private static string Json()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Lasco.Notebooks.dll");
        string host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var variables = new JsonObject();
        foreach (string name in KeptVariables)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                variables[name] = value;
        }

        var json = new JsonObject
        {
            ["argv"] = new JsonArray(host, program, "{connection_file}"),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = variables,
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static void Replace(string path, Action<string> write)
    {
        string partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
