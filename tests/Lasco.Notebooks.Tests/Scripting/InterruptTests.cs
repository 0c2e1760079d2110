using System.Diagnostics;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Tests.Scripting;

public sealed class InterruptTests : SessionTest
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("Parallel.For(0, 1000, _ => { while (true) { } });")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("var gate = new object(); lock (gate) System.Threading.Monitor.Wait(gate);")]
    [InlineData("lock (new object()) new System.Threading.Semaphore(0, 1).WaitOne();")]
    [InlineData("var client = new System.Net.Http.HttpClient(); var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); silent.Start(); client.GetStringAsync($\"http://{silent.LocalEndpoint}/\").Wait();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => { Console.WriteLine(i); return i; }).Count()")]
    [InlineData("while (true) Console.WriteLine(1);")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("int F(int n) => n == 0 ? 0 : F(n - 1) + F(n - 1) + 1; F(60)")]
    [InlineData("IEnumerable<int> Forever() { while (true) yield return 1; }\nForever().Count()")]
    [InlineData("Console.ReadLine()")]
    public void A_cell_is_stopped_and_state_survives(string code)
    {
        Value("var kept = 41;");
        var output = new RecordedOutput { Answer = (_, _) => { Thread.Sleep(-1); return ""; } };
        RunningCell cell = Begin("kept++; Console.Error.WriteLine();\n" + code, output);
        Assert.True(SpinWait.SpinUntil(() => output.Error.Length > 0, 10000));
        Thread.Sleep(150);
        Assert.False(cell.HasEnded);
        var watch = Stopwatch.StartNew();
        Session.Interrupt();
        Assert.True(cell.EndsWithin(5000), "still runs");
        Assert.True(watch.ElapsedMilliseconds < 1500, watch.Elapsed.ToString());
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("42", Value("kept"));
    }

    [Fact]
    public void Loops_that_an_interrupted_cell_left_on_other_threads_stop_too_and_those_of_other_cells_do_not()
    {
        Value("long mine = 0; var enough = new System.Threading.CancellationTokenSource(); var background = Task.Run(() => { while (!enough.IsCancellationRequested) mine++; });");
        Value("long theirs = 0;");
        RunningCell cell = Begin("await Task.Run(() => { while (true) theirs++; });");
        Thread.Sleep(300);
        Session.Interrupt();
        Assert.True(cell.EndsWithin(5000));
        Thread.Sleep(200);
        Assert.Equal("True", Value("long a = theirs; await Task.Delay(100); a == theirs"));
        Assert.Equal("True", Value("long b = mine; await Task.Delay(100); b < mine"));
        Value("enough.Cancel(); await background;");
    }

    [Fact]
    public void What_takes_a_token_stops_by_the_cells_own()
    {
        var started = new RecordedOutput();
        RunningCell cell = Begin("Console.Error.WriteLine(); Enumerable.Range(0, int.MaxValue).AsParallel().WithCancellation(Interrupted).Sum(i => Math.Sin(i))", started);
        Assert.True(SpinWait.SpinUntil(() => started.Error.Length > 0, 10000));
        Session.Interrupt();
        Assert.True(cell.EndsWithin(1000));
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("False", Value("Interrupted.IsCancellationRequested"));
        Assert.False(Notebook.Interrupted.CanBeCanceled);
    }

    [Fact]
    public void A_token_that_was_cancelled_before_a_cell_began_ends_it()
    {
        CellResult result = Session.Execute("while (true) { }", "cell 1", new RecordedOutput(), new CancellationToken(canceled: true));
        Assert.Equal("Interrupted", result.Error!.Name);
    }

    [Fact]
    public void A_library_that_does_not_return_is_left_behind_by_a_second_interrupt()
    {
        Value("var kept = 1;");
        var started = new RecordedOutput();
        RunningCell cell = Begin("Console.Error.WriteLine(); System.Numerics.BigInteger.Pow(3, 40_000_000)", started);
        Assert.True(SpinWait.SpinUntil(() => started.Error.Length > 0, 10000));
        Session.Interrupt();
        Assert.False(cell.EndsWithin(1100));
        Session.Interrupt();
        Assert.True(cell.EndsWithin(1000));
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("1", Value("kept"));
    }

    [Fact]
    public void A_native_call_ends_and_then_the_cell_does()
    {
        Value("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint microseconds);\nint after = 0;");
        var started = new RecordedOutput();
        RunningCell cell = Begin("void Pause() { usleep(900_000); }\nConsole.Error.WriteLine(); Pause(); Pause(); after = 1;", started);
        Assert.True(SpinWait.SpinUntil(() => started.Error.Length > 0, 10000));
        Session.Interrupt();
        Assert.False(cell.EndsWithin(200));
        Assert.True(cell.EndsWithin(1200));
        Assert.Equal("Interrupted", cell.Result.Error!.Name);
        Assert.Equal("0", Value("after"));
    }

    [Fact]
    public void An_interrupt_before_or_after_a_cell_does_nothing()
    {
        Session.Interrupt();
        Assert.Equal("1", Value("1"));
        Session.Interrupt();
        Session.Interrupt();
        Assert.Equal("2", Value("2"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Interrupts_at_any_moment_under_load_leave_a_session_that_works()
    {
        Value("int n = 0;");
        var random = new Random(1);
        string[] bodies =
        [
            "while (true) Console.WriteLine(n);",
            "await Task.Delay(1); while (true) { n = n; }",
            "Enumerable.Range(0, int.MaxValue).Select(i => { Console.WriteLine(i); return i; }).Count();",
            "await Task.Run(async () => { while (true) await Task.Yield(); });",
            "1 + 1",
        ];
        for (int i = 0; i < 25; i++)
        {
            RunningCell cell = Begin("n++; " + bodies[i % bodies.Length]);
            Thread.Sleep(random.Next(120));
            do
                Session.Interrupt();
            while (!cell.EndsWithin(200));
            if (cell.Result.Error is { } error)
                Assert.Equal("Interrupted", error.Name);
            int before = int.Parse(Value("n")!);
            Assert.Equal((before + 1).ToString(), Value("++n"));
        }
    }
}
