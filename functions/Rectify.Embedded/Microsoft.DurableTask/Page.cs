namespace Microsoft.DurableTask;

/// <summary>One page of a longer result.</summary>
public sealed class Page<T>
    where T : notnull
{
    /// <summary>A page; the token asks for the next one, null when this is the last.</summary>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        ContinuationToken = continuationToken;
    }

    /// <summary>The values of this page, in order.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Asks for the next page; null when this is the last.</summary>
    public string? ContinuationToken { get; }
}
