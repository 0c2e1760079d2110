using System.Diagnostics;

namespace Lasco.Notebooks.Tests.Scripting;

public sealed class ConsoleTests : SessionTest
{
    [Fact]
    public void Text_comes_in_order_and_before_the_result()
    {
        Assert.Equal("5", Value("Console.Write(1); Console.Error.Write(2); Console.WriteLine(3); 5"));
        Assert.Equal(["stdout", "stderr", "stdout", "result"], Output.Events.Select(e => e.Kind));
        Assert.Equal(["1", "2", "3\n"], Output.Events.Take(3).Select(e => e.Text));
    }

    [Fact]
    public void Text_appears_while_the_cell_runs()
    {
        var output = new RecordedOutput();
        var cell = Begin("Console.Write(\"early\"); await Task.Delay(60_000);", output);
        Assert.True(SpinWait.SpinUntil(() => output.Out == "early", 20_000));
        Session.Interrupt();
        Assert.True(cell.EndsWithin(5000));
    }

    [Fact]
    public void A_hundred_thousand_lines_are_batched()
    {
        Value("1");
        var watch = Stopwatch.StartNew();
        Value("for (int i = 0; i < 100_000; i++) Console.WriteLine($\"line {i}\");");
        Assert.True(watch.Elapsed.TotalSeconds < 2, watch.Elapsed.ToString());
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"line {i}\n")), Output.Out);
        Assert.InRange(Output.Events.Count, 100, 300);
    }

    [Fact]
    public void A_gigabyte_is_cut_with_one_line_that_says_so()
    {
        Value("var line = new string('x', 1 << 20); for (int i = 0; i < 1024; i++) Console.Write(line); Console.Error.Write(line);");
        Assert.InRange(Output.Out.Length, 10 << 20, (10 << 20) + 200);
        Assert.Contains("left out", Output.Out[^150..]);
        Assert.Empty(Output.Error);
        Value("Console.Write(1)");
        Assert.Equal("1", Output.Out);
    }

    [Fact]
    public void Surrogate_pairs_are_not_torn()
    {
        Value("for (int i = 0; i < 9001; i++) Console.Write(i == 0 ? \"x\" : \"😀\");");
        Assert.All(Output.Events, e => Assert.False(char.IsHighSurrogate(e.Text![^1])));
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 9000)), Output.Out);
    }

    [Fact]
    public void Output_of_a_thread_after_its_cell_goes_to_the_cell_then_current()
    {
        Value("var later = new System.Threading.ManualResetEventSlim(); var thread = new System.Threading.Thread(() => { later.Wait(); Console.Write(\"late\"); }); thread.Start();");
        Value("later.Set(); thread.Join();");
        Assert.Equal("late", Output.Out);
        Value("_ = Task.Run(async () => { await Task.Delay(100); Console.Write(\"after\"); });");
        Assert.True(SpinWait.SpinUntil(() => Output.Out == "after", 5000));
    }

    [Fact]
    public void Reading_asks_the_user()
    {
        Value("1");
        Assert.Null(Run("var a = Console.ReadLine(); var b = (char)Console.Read(); var c = Console.ReadLine(); Console.Write(a + b + c)", new RecordedOutput { Answer = (_, _) => "word" }).Error);
        Assert.Equal("wordword", Output.Out);
        Assert.Equal("NotSupportedException", Fails("Console.ReadLine()").Name);
    }

    [Fact]
    public void A_redirected_console_is_taken_back_with_the_next_cell()
    {
        Value("var own = new System.IO.StringWriter(); Console.SetOut(own); Console.Write(\"mine\");");
        Assert.Empty(Output.Out);
        Value("Console.Write(own)");
        Assert.Equal("mine", Output.Out);
    }
}
