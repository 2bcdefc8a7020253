using Rectify.Board.Forms;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Openings;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Openings;

/// <summary>A filled-in form that opens a case, read as a request.</summary>
public interface IAskedOpening
{
    /// <summary>Fingerprint of the request, by which a repeated request is recognized.</summary>
    string Hash { get; }

    /// <summary>Opens the case.</summary>
    Task<Outcome<Opened>> OpenAsync(OpeningRequest request, CancellationToken cancellation);

    /// <summary>Gives what the opening would lead to, without recording anything.</summary>
    Task<Outcome<PreviewedOpening>> PreviewAsync(CancellationToken cancellation);
}

/// <summary>The request of one kind of opening.</summary>
internal sealed class AskedOpening<TBody>(OpeningRequestHandler<TBody> open, TBody body, string hash) : IAskedOpening
{
    public string Hash => hash;

    public Task<Outcome<Opened>> OpenAsync(OpeningRequest request, CancellationToken cancellation) =>
        open.OpenAsync(body, request, cancellation);

    public Task<Outcome<PreviewedOpening>> PreviewAsync(CancellationToken cancellation) => open.PreviewAsync(body, cancellation);
}

/// <summary>Reads the request from the fields of a form.</summary>
internal static class AskedOpening
{
    public static Outcome<IAskedOpening> Read<TBody>(OpeningRequestHandler<TBody> open, IReadOnlyList<Field> fields, FormInput input)
        where TBody : notnull =>
        FieldBody.Read<TBody>(fields, input).Try(out var body, out var problem)
            ? Outcome<IAskedOpening>.Of(new AskedOpening<TBody>(open, body.Value, body.Hash))
            : problem;
}
