namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Tells the parent how far things are, one line each; the program ends when nobody listens any more.</summary>
internal static class Report
{
    private static readonly Lock Gate = new();

    public static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    public static void EndWithTheParent() => new Thread(() =>
    {
        while (Console.In.ReadLine() is not null)
        {
        }

        Environment.Exit(3);
    })
    { IsBackground = true }.Start();
}
