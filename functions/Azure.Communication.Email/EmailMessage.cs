using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>A mail to be sent.</summary>
public class EmailMessage
{
    /// <summary>A mail from a sender to recipients.</summary>
    /// <param name="senderAddress">An address of a domain that the resource may send from.</param>
    /// <param name="recipients">Who gets it.</param>
    /// <param name="content">What it says.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
    {
        ArgumentNullException.ThrowIfNull(senderAddress);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(content);
        (SenderAddress, Recipients, Content) = (senderAddress, recipients, content);
    }

    internal EmailContent Content { get; }

    /// <summary>Further headers.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    internal EmailRecipients Recipients { get; }

    /// <summary>Where answers go; the sender when it is empty.</summary>
    public IList<EmailAddress> ReplyTo { get; } = [];

    internal string SenderAddress { get; }

    /// <summary>True to have neither openings nor clicks recorded; null for what the resource is set to.</summary>
    public bool? UserEngagementTrackingDisabled { get; set; }

    internal void Validate()
    {
        if (Headers.Values.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("A header of the mail has no value.");
        if (string.IsNullOrWhiteSpace(Content.PlainText)) throw new ArgumentException("The mail has no text.");
        if (string.IsNullOrWhiteSpace(Content.Subject)) throw new ArgumentException("The mail has no subject line.");
        if (string.IsNullOrWhiteSpace(SenderAddress)) throw new ArgumentException("The mail has no sender.");
        if (Recipients.To.Count == 0) throw new ArgumentException("The mail has no recipient.");
    }

    internal byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) Write(json);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<EmailAddress> addresses)
    {
        json.WriteStartArray(name);
        foreach (var address in addresses)
        {
            json.WriteStartObject();
            json.WriteString("address", address.Address);
            if (address.DisplayName is { } shown) json.WriteString("displayName", shown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var (name, value) in Headers) json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteString("senderAddress", SenderAddress);
        json.WriteStartObject("content");
        json.WriteString("subject", Content.Subject);
        json.WriteString("plainText", Content.PlainText);
        json.WriteEndObject();
        json.WriteStartObject("recipients");
        Write(json, "to", Recipients.To);
        json.WriteEndObject();
        if (ReplyTo.Count > 0) Write(json, "replyTo", ReplyTo);
        if (UserEngagementTrackingDisabled is { } disabled) json.WriteBoolean("userEngagementTrackingDisabled", disabled);
        json.WriteEndObject();
    }
}
