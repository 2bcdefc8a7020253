namespace Rectify.Durable.Sqlite.Faults;

/// <summary>Says when a commit begins to be written, and holds the process in a chosen one, before anything is on disk.</summary>
internal static class CommitStop
{
    /// <param name="parts">The engine.</param>
    /// <param name="stopAt">The commit to stop in, from 1; 0 for none.</param>
    public static void Install(EngineParts parts, int stopAt)
    {
        var commits = 0;
        SQLitePCL.raw.sqlite3_commit_hook(
            parts.Database.Writer.Handle,
            _ =>
            {
                Report.Say("writing");
                if (++commits == stopAt)
                {
                    Report.Say("commit");
                    Thread.CurrentThread.Join();
                }

                return 0;
            },
            null);
    }
}
