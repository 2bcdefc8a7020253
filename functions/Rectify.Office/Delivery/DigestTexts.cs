using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Office.Delivery;

/// <summary>Puts several reminders into one mail, each with the text that it would have alone.</summary>
internal static class DigestTexts
{
    private const string Rule = "────────────────────";

    public static (string Subject, string Body) Of(IReadOnlyList<Notice> reminders, MailLanguage language, DateOnly day)
    {
        var (subject, opening) = language == MailLanguage.English
            ? ($"[Reminders] {reminders.Count} reminders of {EnglishWording.Day(day)}", $"This mail holds {reminders.Count} reminders:")
            : ($"【提醒】{Wording.Day(day)}的{reminders.Count}项提醒", $"本邮件包含{reminders.Count}项提醒：");
        string[] parts =
        [
            string.Join('\n', [opening, .. reminders.Select((reminder, index) => $"{index + 1}. {reminder.Subject}")]),
            .. reminders.Select(reminder => $"{Rule}\n{reminder.Subject}\n\n{reminder.Body.TrimEnd('\n')}"),
        ];
        return (subject, string.Join("\n\n", parts) + "\n");
    }
}
