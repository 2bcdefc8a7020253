namespace Azure.Communication.Email;

/// <summary>The sending of a mail, which the service goes on with after it has taken the mail.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private readonly EmailClient client;
    private Response raw;
    private EmailSendResult value;
    private RequestFailedException failure;

    /// <summary>An operation that was begun earlier, to be asked about.</summary>
    /// <param name="id">The id under which it was begun.</param>
    /// <param name="client">Asks the service.</param>
    public EmailSendOperation(string id, EmailClient client)
        : this(id, client, null)
    {
    }

    internal EmailSendOperation(string id, EmailClient client, Response initial) => (Id, this.client, raw) = (id, client, initial);

    /// <summary>Whether the service is done with it, successfully or not.</summary>
    public override bool HasCompleted => value is not null || failure is not null;

    /// <summary>Whether it has ended successfully.</summary>
    public override bool HasValue => value is not null;

    /// <inheritdoc/>
    public override string Id { get; }

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">It has not ended yet.</exception>
    /// <exception cref="RequestFailedException">It has failed.</exception>
    public override EmailSendResult Value =>
        value ?? throw (failure ?? (Exception)new InvalidOperationException("The operation has not ended yet."));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The service was not asked yet.</exception>
    public override Response GetRawResponse() => raw ?? throw new InvalidOperationException("The service was not asked yet.");

    /// <summary>Asks the service how far it has come.</summary>
    /// <exception cref="RequestFailedException">The service did not answer, does not know it, or it has failed.</exception>
    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? Ended() : Take(client.GetSendResult(Id, cancellationToken));

    /// <summary>Asks the service how far it has come.</summary>
    /// <exception cref="RequestFailedException">The service did not answer, does not know it, or it has failed.</exception>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted ? Ended() : Take(await client.GetSendResultAsync(Id, cancellationToken).ConfigureAwait(false));

    private Response Ended() => failure is null ? raw : throw failure;

    private Response Take(Response<EmailSendResult> update)
    {
        raw = update.GetRawResponse();
        if (update.Value.Is("Succeeded")) value = update.Value;
        if (update.Value.Is("Failed") || update.Value.Is("Canceled")) failure = new RequestFailedException(raw);
        return Ended();
    }
}
