namespace Lasco.Notebooks.Tests.Scripting;

public sealed class DirectiveTests : SessionTest
{
    [Fact]
    public void Languages_switch_inside_a_cell()
    {
        Assert.Equal("3", Value("var a = 1;\n#!html\n<b>x</b>\n#!markdown\n# Title\n\n#!js\nf();\n#!csharp\na + 2"));
        Assert.Equal(["<b>x</b>", "# Title", "<script type=\"text/javascript\">\nf();\n</script>"],
            Output.Events.Where(e => e.Kind == "display").Select(e => e.Bundle!.Data.First(d => d.Key != "text/plain").Value));
        Value("#!markdown\n\"unclosed");
        Assert.Equal("\"unclosed", Output.Events.Single().Bundle!.Data["text/markdown"]);
    }

    [Fact]
    public void Unknown_magics_are_errors_before_anything_runs()
    {
        var error = Fails("Console.Write(1);\n#!nonsense x");
        Assert.Equal("DirectiveError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Equal(["cell 1, line 2: unknown magic '#!nonsense'; #!lsmagic lists those there are"], error.Traceback);
        Assert.Empty(Output.Out);
    }

    [Fact]
    public void Marks_in_strings_and_comments_are_no_directives()
    {
        Assert.Equal("13", Value("var s = @\"\n#!nonsense\n\n\";\n/*\n#!other\n*/\ns.ReplaceLineEndings(\"\\n\").Length"));
    }

    [Fact]
    public void Lines_of_errors_count_from_the_cells_first_line_behind_directives()
    {
        Assert.Equal(4, Fails("#!time\n#!who\n\nnonsense").Line);
        Assert.Equal(3, Fails("#!html\nx\n#!csharp\nthrow new Exception();").Line - 1);
    }

    [Fact]
    public void Time_and_variables_are_shown()
    {
        Value("#!time\nvar alpha = 1; var beta = new List<int[]>();");
        Assert.StartsWith("Wall time: ", Output.Events.Single().Bundle!.Data["text/plain"]);
        Value("#!who");
        Assert.Equal("alpha\tbeta", Output.Events.Single().Bundle!.Data["text/plain"]);
        Value("#!whos");
        Assert.Contains("beta\tList<Int32[]>\t", Output.Events.Single().Bundle!.Data["text/plain"]);
        Assert.Contains("<td>alpha</td>", Output.Events.Single().Bundle!.Data["text/html"]);
        Value("#!lsmagic");
        Assert.Contains("#!whos", Output.Events.Single().Bundle!.Data["text/plain"]);
        Value("#!about");
        Assert.Contains(".NET 10", Output.Events.Single().Bundle!.Data["text/plain"]);
    }

    [Fact]
    public void Files_are_loaded_relative_to_the_notebook_and_to_each_other()
    {
        Write("lib/inner.csx", "int Inner() => 1;");
        Write("lib/outer.cs", "#load \"inner.csx\"\nint Outer() => Inner() + 1;\nint Bad() =>\n    throw new Exception();");
        Assert.Equal("2", Value("#load \"lib/outer.cs\"\nOuter()"));
        Assert.Contains("   at Bad() in outer.cs, line 4", Fails("Bad()").Traceback);
        Assert.Equal(1, Fails("#!import missing.cs").Line);
        Write("self.csx", "#load \"self.csx\"");
        Assert.Contains("imports itself", Fails("#load \"self.csx\"").Message);
    }

    [Fact]
    public void A_notebooks_cells_are_imported_in_order()
    {
        Write("other.ipynb", """{"cells":[{"cell_type":"code","source":["var q = 1;\n","q++;"],"metadata":{}},{"cell_type":"markdown","source":"# no"},{"cell_type":"code","source":"q *= 10;","metadata":{"dotnet_interactive":{"language":"csharp"}}}]}""");
        Assert.Equal("20", Value("#!import \"other.ipynb\"\nq"));
        Write("bad.ipynb", "{]");
        Assert.Contains("not a notebook", Fails("#!import bad.ipynb").Message);
        Write("python.ipynb", """{"cells":[{"cell_type":"code","source":"x","metadata":{"polyglot_notebook":{"kernelName":"python"}}}]}""");
        Assert.Contains("python", Fails("#!import python.ipynb").Message);
    }

    [Fact]
    public void A_missing_or_malformed_assembly_is_an_error_with_its_line()
    {
        Assert.Equal("missing.dll: there is no such file", Fails("1\n#r \"missing.dll\"").Message);
        Write("text.dll", "text");
        Assert.Equal("text.dll: it is not a .NET assembly", Fails("#r \"text.dll\"").Message);
        Assert.Equal("2", Value("#r \"System.Text.Json\"\n2"));
    }

    [Fact]
    public void An_assembly_and_what_lies_beside_it_can_be_used()
    {
        string here = typeof(DirectiveTests).Assembly.Location;
        Assert.Equal("RecordedOutput", Value($"#r \"{here}\"\nusing Lasco.Notebooks.Tests;\nnew RecordedOutput().GetType().Name"));
        Assert.Equal("True", Value("typeof(RecordedOutput).GetInterfaces().Contains(typeof(Lasco.Notebooks.Display.ICellOutput))"));
        Assert.Equal("True", Value($"#r \"{here}\"\ntypeof(RecordedOutput) == new RecordedOutput().GetType()"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Packages_come_with_what_they_depend_on()
    {
        if (Run("#r \"nuget: Newtonsoft.Json, 13.0.1\"").Error is { } error && error.Message.Contains("NU1301"))
            Assert.Skip("no source of packages can be reached");
        Assert.Equal("[1,2]", Value("Newtonsoft.Json.JsonConvert.SerializeObject(new[] { 1, 2 })"));
        Assert.Equal("13.0.0.0", Value("typeof(Newtonsoft.Json.JsonConvert).Assembly.GetName().Version.ToString()"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_package_that_is_not_to_be_had_is_one_line()
    {
        var error = Fails("\n#r \"nuget: Lasco.There.Is.No.Such.Package, 1.0.0\"");
        Assert.Equal(2, error.Line);
        Assert.Single(error.Traceback);
        Assert.Matches(@"Lasco\.There\.Is\.No\.Such\.Package, 1\.0\.0: NU\d+: ", error.Message);
        Assert.Contains("a package is", Fails("#r \"nuget: a/b\"").Message);
    }
}
