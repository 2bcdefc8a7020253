using Azure.Communication.Email;
using Azure.Identity;

namespace Rectify.Mail.Acs;

/// <summary>Creates the client of Azure Communication Services, without retries of its own.</summary>
internal static class AcsClient
{
    /// <exception cref="FormatException">
    /// The setting is neither a connection string nor an https address. The message does not repeat it.
    /// </exception>
    public static EmailClient Of(string resource, TimeSpan timeLimit)
    {
        // A retry by the client would send a mail again although the first request may have succeeded.
        var options = new EmailClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = timeLimit } };
        try
        {
            return Uri.TryCreate(resource, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps
                ? new EmailClient(endpoint, new DefaultAzureCredential(), options)
                : new EmailClient(Checked(resource), options);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FormatException("It is neither a connection string (endpoint=…;accesskey=…) nor an https address.");
        }
    }

    // Checks the access key here: the client would notice a key that is not base64 only with the first mail.
    private static string Checked(string connectionString)
    {
        var key = connectionString.Split(';').Select(part => part.Trim())
            .SingleOrDefault(part => part.StartsWith("accesskey=", StringComparison.OrdinalIgnoreCase)) ?? throw new FormatException();
        return Convert.FromBase64String(key[(key.IndexOf('=', StringComparison.Ordinal) + 1)..]).Length > 0
            ? connectionString
            : throw new FormatException();
    }
}
