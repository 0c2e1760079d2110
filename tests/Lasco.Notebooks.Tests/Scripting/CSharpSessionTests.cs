namespace Lasco.Notebooks.Tests.Scripting;

public sealed class CSharpSessionTests : SessionTest
{
    [Fact]
    public void Cells_share_their_state_and_show_the_last_expression()
    {
        Assert.Null(Value("var x = await Task.FromResult(40);"));
        Assert.Equal("42", Value("x + 2"));
    }

    [Fact]
    public void Null_and_statements_show_nothing()
    {
        Assert.Null(Value("(string)null"));
        Assert.Null(Value("int y = 3;"));
        Assert.Null(Value("Console.Write(\"\")"));
        Assert.Null(Value(""));
        Assert.Null(Value("// only a comment"));
    }

    [Fact]
    public void Types_methods_and_usings_last()
    {
        Value("""
            using System.Globalization;
            record Point(int X, int Y) { public int Sum() => X + Y; }
            int Twice(int x) => 2 * x;
            static class Extensions { }
            """);
        Assert.Equal("14", Value("Twice(new Point(3, 4).Sum())"));
        Assert.Equal("True", Value("CultureInfo.InvariantCulture is not null"));
    }

    [Fact]
    public void A_later_declaration_hides_an_earlier_one()
    {
        Value("var x = 1; int F() => 1;");
        Value("var x = \"two\"; int F() => 2;");
        Assert.Equal("two2", Value("x + F()"));
    }

    [Fact]
    public void Dynamic_linq_tuples_and_interpolation_work_without_references()
    {
        Assert.Equal("3", Value("dynamic d = 1; (int)(d + 2)"));
        Assert.Equal("a0,a1", Value("string.Join(',', from i in Enumerable.Range(0, 2) select $\"a{i}\")"));
        Assert.Equal("5", Value("System.Text.Json.JsonDocument.Parse(\"5\").RootElement.GetInt32()"));
    }

    [Fact]
    public void What_was_set_before_a_throw_is_kept()
    {
        Fails("var a = 1; a = 2; throw new InvalidOperationException(); a = 3;");
        Assert.Equal("2", Value("a"));
    }

    [Fact]
    public void A_cell_that_does_not_compile_leaves_no_trace()
    {
        Value("var a = 1;");
        Fails("var a = \"x\"; nonsense;");
        Assert.Equal("2", Value("a + 1"));
    }

    [Fact]
    public void A_compile_error_names_its_number_cell_line_and_source()
    {
        var error = Fails("var a = 1;\nvar b = a + missing;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.StartsWith("CS0103: ", error.Message);
        Assert.Equal(
            ["cell 1, line 2: CS0103: The name 'missing' does not exist in the current context", "    var b = a + missing;", "                ^^^^^^^"],
            error.Traceback);
    }

    [Fact]
    public void A_compile_error_beside_loops_points_to_the_source_as_written()
    {
        var error = Fails("for (int i = 0; i < 3; i++)\n    while (i < 2) missing(i);");
        Assert.Equal("    " + "    while (i < 2) missing(i);", error.Traceback[1]);
        Assert.Equal("    " + "                  ^^^^^^^", error.Traceback[2]);
    }

    [Fact]
    public void All_errors_are_shown_and_no_warning()
    {
        var error = Fails("int unused;\n#warning careful\none();\ntwo();\n");
        Assert.Equal(6, error.Traceback.Count);
        Assert.DoesNotContain(error.Traceback, l => l.Contains("careful"));
        Value("#warning careful\n1");
        Assert.Empty(Output.Error);
    }

    [Fact]
    public void An_exception_shows_the_lines_of_cells_it_came_through()
    {
        Value("int Half(int x)\n{\n    return x / (x - x);\n}");
        Value("async Task<int> Later(int x)\n{\n    await Task.Yield();\n    return Half(x);\n}");
        var error = Fails("var y = 1;\nawait Later(y);");
        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Equal(
            ["System.DivideByZeroException: Attempted to divide by zero.", "   at Half() in cell 1, line 3", "   at Later() in cell 2, line 4", "   at cell 3, line 2"],
            error.Traceback);
    }

    [Fact]
    public void Inner_exceptions_types_lambdas_and_local_functions_are_named()
    {
        var error = Fails("""
            class Box { public int Open() => throw new FormatException("inner"); }
            void Outer()
            {
                int Local() => Enumerable.Range(0, 1).Select(_ => new Box().Open()).First();
                try { Local(); }
                catch (Exception e) { throw new InvalidOperationException("outer", e); }
            }
            Outer();
            """);
        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal("outer", error.Message);
        Assert.Equal(6, error.Line);
        Assert.Contains("---> System.FormatException: inner", error.Traceback);
        Assert.Contains("   at Box.Open() in cell 1, line 1", error.Traceback);
        Assert.Contains("   at lambda in cell 1, line 4", error.Traceback);
        Assert.Contains("   at Local() in cell 1, line 4", error.Traceback);
    }

    [Fact]
    public void An_exception_whose_message_throws_is_reported_all_the_same()
    {
        var error = Fails("class Bad : Exception { public override string Message => throw new Exception(); }\nthrow new Bad();");
        Assert.Equal("Bad", error.Name);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void A_value_whose_text_throws_is_an_error_of_the_cell()
    {
        Run("class Bad { public override string ToString() => throw new FormatException(\"no\"); }\nnew Bad()");
        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void Nested_waits_do_not_deadlock()
    {
        Value("async Task<int> Slow() { for (int i = 0; i < 200; i++) await Task.Delay(1); return 7; }");
        Assert.Equal("14", Value("Slow().Result + Slow().GetAwaiter().GetResult()"));
        Assert.Equal("7", Value("await Task.Run(() => Slow())"));
    }

    [Fact]
    public void An_exception_in_an_async_void_fails_its_cell()
    {
        Assert.Equal("FormatException", Fails("async void Bad() { await Task.Yield(); throw new FormatException(); }\nBad(); await Task.Delay(200);").Name);
    }

    [Fact]
    public void A_thread_that_throws_or_a_finalizer_does_not_end_the_process()
    {
        Value("""
            class Trap { ~Trap() => throw new FormatException("finalizer"); }
            void Leave() => new Trap();
            Leave();
            var thread = new System.Threading.Thread(() => throw new FormatException("thread"));
            thread.Start(); thread.Join();
            GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect(); GC.WaitForPendingFinalizers();
            """);
        Assert.Contains("thread", Output.Error);
        Assert.Equal("1", Value("1"));
    }

    [Fact]
    public void All_awaits_of_a_cell_come_back_to_one_thread()
    {
        Value("int Here() => Environment.CurrentManagedThreadId; var a = Here();");
        Assert.Equal("True", Value("await Task.Delay(5); await Task.Run(() => { }); Here() == a"));
    }
}
