namespace Rectify.Server.CommandLine;

/// <summary>Shows the progress of long work: on a terminal in one line that is overwritten, elsewhere in plain lines.</summary>
internal abstract class Progress
{
    private Progress()
    {
    }

    /// <summary>Shows nothing.</summary>
    public static Progress None { get; } = new Silent();

    /// <summary>On standard error, because a program may read standard output.</summary>
    public static Progress OfConsole() => Console.IsErrorRedirected ? new Lines(Console.Error) : new Terminal(Console.Error);

    /// <summary>Writes plain lines.</summary>
    public static Progress In(TextWriter writer) => new Lines(writer);

    /// <summary>Shows how far the work has come, in a few words.</summary>
    public abstract void Show(string state);

    /// <summary>Ends the display when the work is over.</summary>
    public virtual void End()
    {
    }

    private sealed class Silent : Progress
    {
        public override void Show(string state)
        {
        }
    }

    private sealed class Lines(TextWriter writer) : Progress
    {
        public override void Show(string state) => writer.WriteLine(state);
    }

    private sealed class Terminal(TextWriter writer) : Progress
    {
        private int shown;

        public override void Show(string state)
        {
            writer.Write($"\r{state.PadRight(shown)}");
            shown = state.Length;
        }

        public override void End()
        {
            if (shown > 0)
            {
                writer.Write($"\r{new string(' ', shown)}\r");
                shown = 0;
            }
        }
    }
}
