namespace Azure.Communication.Email;

/// <summary>Who gets a mail.</summary>
public class EmailRecipients
{
    /// <summary>The recipients a mail is written to.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public EmailRecipients(IEnumerable<EmailAddress> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        To = [.. to];
    }

    internal IReadOnlyList<EmailAddress> To { get; }
}
