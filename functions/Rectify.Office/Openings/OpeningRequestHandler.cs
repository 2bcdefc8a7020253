using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Opens cases by one kind of request: looks up once what the request names, then decides and appends.</summary>
/// <typeparam name="TBody">The request.</typeparam>
public abstract class OpeningRequestHandler<TBody>(OpeningHandler handler)
{
    /// <summary>Opens the case, once per idempotency key.</summary>
    public async Task<Outcome<Opened>> OpenAsync(TBody body, OpeningRequest request, CancellationToken cancellation)
    {
        // A request that is sent again gets the earlier answer, whatever the register says by now.
        if (await handler.FindAnswerAsync(request, cancellation) is { } answered) return answered;
        return await handler.OpenAsync(await ResolveAsync(body, cancellation), request, cancellation);
    }

    /// <summary>What the opening would lead to. Records nothing.</summary>
    public async Task<Outcome<PreviewedOpening>> PreviewAsync(TBody body, CancellationToken cancellation) =>
        await handler.PreviewAsync(await ResolveAsync(body, cancellation), cancellation);

    /// <summary>Looks up what the request only names, in register and rulebook.</summary>
    protected internal abstract Task<OpeningDraft> ResolveAsync(TBody body, CancellationToken cancellation);
}
