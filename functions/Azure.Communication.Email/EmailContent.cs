namespace Azure.Communication.Email;

/// <summary>What a mail says.</summary>
public class EmailContent
{
    /// <summary>A content that has its subject line so far.</summary>
    /// <exception cref="ArgumentNullException">The subject is null.</exception>
    public EmailContent(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Subject = subject;
    }

    /// <summary>The body as plain text.</summary>
    public string PlainText { get; set; }

    internal string Subject { get; }
}
