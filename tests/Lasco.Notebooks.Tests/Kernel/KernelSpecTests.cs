using System.Text.Json;
using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

public sealed class KernelSpecTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-spec-");

    [Fact]
    public void Installing_twice_leaves_one_entry_that_names_a_program_that_is_there()
    {
        string first = KernelSpec.Install(folder.FullName);
        Assert.Equal(first, KernelSpec.Install(folder.FullName));
        Assert.Equal(Path.Combine(folder.FullName, "kernels", ".net-csharp"), first);

        var json = JsonElement.Parse(File.ReadAllText(Path.Combine(first, "kernel.json")));
        Assert.Equal(".NET (C#)", json.GetProperty("display_name").GetString());
        Assert.Equal("message", json.GetProperty("interrupt_mode").GetString());
        Assert.True(File.Exists(json.GetProperty("argv")[1].GetString()));
        Assert.Equal("{connection_file}", json.GetProperty("argv")[2].GetString());
        Assert.Empty(Directory.GetFiles(first, "*.partial"));
    }

    [Fact]
    public void The_files_for_the_classic_notebook_come_along()
    {
        string web = Path.Combine(AppContext.BaseDirectory, "web");
        Assert.SkipUnless(Directory.Exists(web), "there are none in this build");
        string installed = KernelSpec.Install(folder.FullName);
        foreach (string file in Directory.GetFiles(web))
            Assert.Equal(new FileInfo(file).Length, new FileInfo(Path.Combine(installed, Path.GetFileName(file))).Length);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
