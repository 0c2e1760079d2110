using System.Text;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting;

/// <summary>The console as cells see it: what they write goes to their output, what they read is asked of the user. The host's own threads keep theirs.</summary>
internal static class ConsoleCapture
{
    private static readonly Writer Out = new(Console.Out, error: false);
    private static readonly Writer Error = new(Console.Error, error: true);
    private static readonly Reader In = new(Console.In);

    /// <summary>Where the console leads from this thread: a running cell, or the cell that left this thread behind; otherwise null.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    private static ICellOutput? Target
    {
        get
        {
            Interruption.Check();
            return CellRun.Running is not null || CellRun.Mine is not null ? CellOutput.Current : null;
        }
    }

    /// <summary>Takes over the console; before every cell, for one may have redirected it.</summary>
    public static void Install()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        Console.SetIn(In);
    }

    private sealed class Writer(TextWriter host, bool error) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override string NewLine => "\n";

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Write(ReadOnlySpan<char> buffer)
        {
            switch (Target)
            {
                case null:
                    host.Write(buffer);
                    break;
                case QueuedOutput queued:
                    queued.Stream(buffer, error);
                    break;
                case var output:
                    output.Stream(buffer.ToString(), error);
                    break;
            }
        }

        public override void Flush()
        {
            if (Target is null)
                host.Flush();
        }
    }

    private sealed class Reader(TextReader host) : TextReader
    {
        private string line = "";
        private int position;

        public override int Peek() => Target is null ? host.Peek() : Fill() ? line[position] : -1;

        public override int Read() => Target is null ? host.Read() : Fill() ? line[position++] : -1;

        public override string? ReadLine()
        {
            if (Target is not { } output)
                return host.ReadLine();
            if (position == line.Length)
                return output.Ask("", password: false);
            string rest = line[position..].TrimEnd('\n');
            position = line.Length;
            return rest;
        }

        private bool Fill()
        {
            if (position == line.Length)
            {
                line = Target!.Ask("", password: false) + "\n";
                position = 0;
            }

            return true;
        }
    }
}
