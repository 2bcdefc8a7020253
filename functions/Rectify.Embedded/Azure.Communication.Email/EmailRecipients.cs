#nullable disable

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

    /// <summary>The recipients a mail is written to.</summary>
    public IList<EmailAddress> To { get; }
}
