namespace Rectify.Office.Requests;

/// <summary>A part of a list, and where it goes on; null when it does not.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Continuation)
{
    /// <summary>The part with something else made of each item.</summary>
    public Slice<TOther> Select<TOther>(Func<T, TOther> make) => new([.. Items.Select(make)], Continuation);
}

/// <summary>Reads whole lists, part after part.</summary>
public static class Slices
{
    /// <summary>Every item of a list.</summary>
    /// <param name="read">Reads the part after a continuation; null for the first part.</param>
    public static IAsyncEnumerable<T> AllAsync<T>(Func<string?, Task<Slice<T>>> read) =>
        PartsAsync(read, slice => slice.Continuation).SelectMany(slice => slice.Items);

    /// <summary>Every part of a list.</summary>
    /// <param name="read">Reads the part after a continuation; null for the first part.</param>
    /// <param name="next">Where the list goes on after a part; null when it does not.</param>
    public static async IAsyncEnumerable<TPart> PartsAsync<TPart>(Func<string?, Task<TPart>> read, Func<TPart, string?> next)
    {
        string? continuation = null;
        do
        {
            var part = await read(continuation);
            yield return part;
            continuation = next(part);
        } while (continuation is not null);
    }
}
