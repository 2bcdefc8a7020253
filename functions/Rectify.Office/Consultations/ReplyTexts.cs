using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>The mails about a reply to whoever asked. They belong to the year of the reply's number.</summary>
internal static class ReplyTexts
{
    /// <summary>The mail that says that answers no longer hold.</summary>
    public const string Overtaken = "reply-overtaken";

    /// <summary>The mail that says that an officer has issued the reply.</summary>
    public const string Issued = "reply-issued";

    /// <summary>The mail that says that an officer has returned the question.</summary>
    public const string Returned = "reply-returned";

    /// <summary>The id of the reply that a mail is about; null for another mail.</summary>
    public static string? ReplyOf(Notice mail)
    {
        if (mail.Template is not (Overtaken or Issued)) return null;

        var (text, mark) = (mail.Id.Value, $".{mail.Template}.");
        return text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at ? text[(at + mark.Length)..].Split('.')[0] : null;
    }

    /// <summary>The mail that the reply is there.</summary>
    public static Notice OfIssued(Consultation reply, ReplyReader reader, OfficeSettings office, DateTimeOffset now) => Of(
        reader, reply.AskedBy, $"consultations/{reply.ConsultationId}", reply.Number.Series!.Year, Issued,
        reply.ConsultationId, office, now,
        ($"【征求意见复函】{reply.Number.Text}：已出具", $"[Reply to a consultation] {reply.Number.Text}: issued"),
        ($"对你单位征求的意见，已出具复函{reply.Number.Text}，共{reply.Answers.Count}个对象。请登录查阅。",
            $"Your consultation is answered by the reply {reply.Number.Text} about {reply.Answers.Count} subject(s). Sign in to read it."));

    /// <summary>The mail that the question was returned, with the reason.</summary>
    public static Notice OfReturned(ConsultationRequest request, ReplyReader reader, OfficeSettings office, DateTimeOffset now) => Of(
        reader, request.Asked.Body.AskedBy, $"consultation-requests/{request.RequestId}",
        LocalDay.Of(request.Decided!.Value.At).Year, Returned, request.RequestId, office, now,
        ("【征求意见】已退回，未作答复", "[Consultation] returned, nothing was answered"),
        ($"你单位{Wording.Day(LocalDay.Of(request.At))}提出的征求意见已退回，未作答复。\n理由：{request.Reason}",
            $"Your consultation of {EnglishWording.Day(LocalDay.Of(request.At))} was returned; nothing was answered.\n"
                + $"Reason: {request.Reason}"));

    /// <summary>The mail about answers that no longer hold.</summary>
    /// <remarks>
    /// Its id follows from the reply, the subjects and, where something else was told before, what is told now, so that the same news is
    /// one mail.
    /// </remarks>
    public static Notice OfOvertaken(
        Consultation reply, IReadOnlyList<OvertakenAnswer> answers, ReplyReader reader, OfficeSettings office, DateTimeOffset now)
    {
        var lines = (
            from one in answers
            let before = AnswerWords.Of(one.Answered)
            let after = AnswerWords.Of(one.Now)
            select (
                Chinese: $"{one.Name}（{one.Subject}）\n  原答复：{before.Chinese}\n  现情况：{after.Chinese}"
                    + (one.HoldsAgain ? "（与原答复相同）" : ""),
                English: $"{one.Name} ({one.Subject})\n  Answered: {before.English}\n  Now: {after.English}"
                    + (one.HoldsAgain ? " (as answered)" : ""))).ToList();
        var news = string.Join(' ', answers.Select(one => one.Earlier > 0
                ? $"{one.Subject} {one.Earlier} {JsonSerializer.Serialize(one.Now, DomainJson.Options)}"
                : one.Subject.ToString())
            .Order(StringComparer.Ordinal));
        return Of(
            reader, reply.AskedBy, $"consultations/{reply.ConsultationId}", reply.Number.Series!.Year, Overtaken,
            $"{reply.ConsultationId}.{Digest.Of(news)[..16]}", office, now,
            answers.Any(one => one.Earlier > 0)
                ? ($"【征求意见复函】{reply.Number.Text}：{answers.Count}个对象的情况又有变化",
                    $"[Reply to a consultation] {reply.Number.Text}: {answers.Count} answer(s) changed again")
                : ($"【征求意见复函】{reply.Number.Text}：对{answers.Count}个对象的答复已不再适用",
                    $"[Reply to a consultation] {reply.Number.Text}: {answers.Count} answer(s) no longer hold"),
            ($"""
            该复函（查询日期{Wording.Day(reply.On)}）对下列对象的答复有变化：

            {string.Join('\n', lines.Select(line => line.Chinese))}

            据此办理的，请重新征求意见。
            """,
            $"""
            Of this reply (about {EnglishWording.Day(reply.On)}) the following answers have changed:

            {string.Join('\n', lines.Select(line => line.English))}

            Please ask again before you act on it.
            """));
    }

    private static Notice Of(
        ReplyReader reader, string askedBy, string page, int year, string template, string about, OfficeSettings office, DateTimeOffset now,
        Bilingual subject, Bilingual text)
    {
        var (english, today) = (reader.Recipient.Language == MailLanguage.English, LocalDay.Of(now));
        var link = $"{office.BaseAddress.AbsoluteUri.TrimEnd('/')}/board/{page}";
        var body = english
            ? (reader.AccountEnded ? $"For {askedBy}, whose account has ended; please tell the body.\n\n" : $"{askedBy}:\n\n")
                + $"{text.English}\n\n{link}\n\n{office.Name}\n{EnglishWording.Day(today)}"
            : (reader.AccountEnded ? $"{askedBy}的账户已经失效，请转告该单位。\n\n" : $"{askedBy}：\n\n")
                + $"{text.Chinese}\n\n{link}\n\n{office.Name}\n{Wording.Day(today)}";
        var owner = OutboxOwner.OfYear(year);
        return new Notice(
            new NoticeId($"{owner}.0000.{template}.{about}"), owner, 0, template, reader.Recipient,
            english ? subject.English : subject.Chinese, body.ReplaceLineEndings("\n") + "\n", now);
    }
}
