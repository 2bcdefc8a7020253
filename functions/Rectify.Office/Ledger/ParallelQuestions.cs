using System.Collections.Concurrent;

namespace Rectify.Office.Ledger;

/// <summary>
/// Asks a store many small questions at the same time: each takes milliseconds, but a thousand one after the other would take too long.
/// </summary>
public static class ParallelQuestions
{
    private const int AtOnce = 16;

    /// <summary>The answer for every key; a key that is given several times is asked once.</summary>
    public static async Task<IReadOnlyDictionary<TKey, TAnswer>> AskAsync<TKey, TAnswer>(
        IEnumerable<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> ask, CancellationToken cancellation) where TKey : notnull
    {
        var answers = new ConcurrentDictionary<TKey, TAnswer>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(keys.Distinct(), options, async (key, stop) => answers[key] = await ask(key, stop));
        return answers;
    }
}
