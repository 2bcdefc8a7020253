namespace Rectify.Mail.Smtp;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>Not at all: for a server on the same machine only.</summary>
    None,

    /// <summary>After STARTTLS, which the server must offer (RFC 3207).</summary>
    StartTls,

    /// <summary>From the first byte (RFC 8314).</summary>
    Implicit,
}
