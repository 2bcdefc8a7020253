using System.Collections.Concurrent;

namespace Rectify.Server.SampleApp;

public sealed class SampleJournal(TimeProvider clock)
{
    private readonly ConcurrentQueue<string> _entries = [];

    public IEnumerable<string> Entries => _entries;

    public void Write(string entry) => _entries.Enqueue($"{clock.GetUtcNow():yyyy-MM-ddTHH:mm} {entry}");
}
