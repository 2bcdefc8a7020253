using System.Collections.Concurrent;

namespace Rectify.Office.Ledger;

/// <summary>
/// Many small questions at once: a store answers each in milliseconds, and a thousand one by one would take a caller's patience.
/// </summary>
public static class ParallelQuestions
{
    private const int AtOnce = 16;

    /// <summary>The answer to every question, each asked once.</summary>
    public static async Task<IReadOnlyDictionary<TKey, TAnswer>> AskAsync<TKey, TAnswer>(
        IEnumerable<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> ask, CancellationToken cancellation) where TKey : notnull
    {
        var answers = new ConcurrentDictionary<TKey, TAnswer>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(keys.Distinct(), options, async (key, stop) => answers[key] = await ask(key, stop));
        return answers;
    }
}
