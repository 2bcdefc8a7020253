using System.Text.Json;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Mail;

/// <summary>
/// The mail service's delivery report about one mail: the event <c>Microsoft.Communication.EmailDeliveryReportReceived</c>.
/// </summary>
/// <param name="MessageId">The message id: the id of the operation under which the mail was sent.</param>
/// <param name="Status">The status, by the service's name.</param>
/// <param name="Message">What the recipient's mail system reported; null when nothing.</param>
internal sealed record DeliveryReport(Guid MessageId, string Status, string? Message)
{
    public const string EventType = "Microsoft.Communication.EmailDeliveryReportReceived";

    private const int LongestDetail = 300;

    /// <summary>The new status of the mail; null when the report settles nothing.</summary>
    /// <remarks>
    /// The service counts every status except Delivered as a failure. Expanded means that the address was a list to whose members the mail
    /// was delivered.
    /// </remarks>
    public NoticeStatus? Meaning => Status switch
    {
        "Delivered" or "Expanded" => NoticeStatus.Delivered,
        "Bounced" or "Suppressed" or "Quarantined" or "FilteredSpam" or "Failed" => NoticeStatus.Failed,
        _ => null,
    };

    /// <summary>What is shown to officers; null for a plain delivery.</summary>
    public string? Detail
    {
        get
        {
            if (Status == "Delivered") return null;
            var text = string.IsNullOrWhiteSpace(Message) ? Status : $"{Status}: {Message}";
            var plain = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
            return plain.Length <= LongestDetail ? plain : plain[..LongestDetail];
        }
    }

    /// <summary>The report in the data of an event; null when the data are not a report.</summary>
    public static DeliveryReport? Read(JsonElement data)
    {
        if (Text(data, "messageId") is not { } id || !Guid.TryParse(id, out var messageId) || Text(data, "status") is not { } status)
            return null;
        var details = data.TryGetProperty("deliveryStatusDetails", out var found) ? found : default;
        return new DeliveryReport(messageId, status, details.ValueKind switch
        {
            JsonValueKind.Object => Text(details, "statusMessage"),
            JsonValueKind.String => details.GetString(),
            _ => null,
        });
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
