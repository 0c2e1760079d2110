using Microsoft.CodeAnalysis.CSharp;

namespace Lasco.Notebooks.Scripting;

/// <summary>Compiles something, so that the first cell finds the compiler loaded and the framework's metadata read.</summary>
internal static class Warmup
{
    public static void Run()
    {
        var submissions = new Submissions(new SessionAssemblies());
        Display.Formatting.Bundle(0);
        submissions.Compile("var warm = System.Linq.Enumerable.Range(0, 1).Select(i => $\"{i}\").ToList(); System.Console.Write(\"\"); warm", "", CancellationToken.None);
    }
}
