using Rectify.Domain.Cases;
using Rectify.Office.Register;

namespace Rectify.Office.Letters;

/// <summary>What a mail about a veto says to the supervising office alone: who is barred by it, and who in office is not (S6).</summary>
internal static class OfficeNote
{
    /// <summary>Whether a mail about this event has such a note.</summary>
    public static bool Concerns(CaseEvent @event) => @event is CaseEvent.VetoImposed or CaseEvent.VetoProposed or CaseEvent.VetoConfirmed;

    /// <summary>The note for a reader; null for every reader but the office, and in a mail about something else.</summary>
    public static string? For(Reader reader, Moment moment, Addressees addressees) =>
        Concerns(moment.Event) && addressees.NotBarred is { } notBarred && reader.Capacities.OfType<Capacity.Office>().Any()
            ? reader.Recipient.Language == MailLanguage.English
                ? VetoPersonsTexts.InEnglish(moment.After, notBarred)
                : VetoPersonsTexts.InChinese(moment.After, notBarred)
            : null;
}
