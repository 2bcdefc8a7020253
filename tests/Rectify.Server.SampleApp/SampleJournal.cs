using System.Collections.Concurrent;

namespace Rectify.Server.SampleApp;

public sealed class SampleJournal(TimeProvider clock)
{
    private readonly ConcurrentQueue<string> entries = [];

    public IEnumerable<string> Entries => entries;

    public void Write(string entry) => entries.Enqueue($"{clock.GetUtcNow():yyyy-MM-ddTHH:mm} {entry}");
}
