namespace Rectify.Mail.Acs;

/// <summary>A mail to one recipient, as plain text.</summary>
/// <param name="Id">The id of the service's operation for this mail, the same for every attempt.</param>
/// <param name="SenderAddress">An address of a domain that the resource may send from.</param>
/// <param name="RecipientAddress">The recipient's address.</param>
/// <param name="RecipientName">The name that is shown for that address.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text of the mail.</param>
public sealed record AcsMail(Guid Id, string SenderAddress, string RecipientAddress, string RecipientName, string Subject, string Body)
{
    /// <summary>Where answers go, with the name that is shown; null for the sender.</summary>
    public (string Address, string Name)? ReplyTo { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
