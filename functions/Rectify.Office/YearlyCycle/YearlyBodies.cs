using Rectify.Domain.Cases;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Commands;
using Rectify.Office.Requests;

namespace Rectify.Office.YearlyCycle;

/// <summary>The body of a request that makes an entry in a yearly book.</summary>
public interface IYearlyBody
{
    /// <summary>Why an entry is corrected; null for the first entry.</summary>
    string? Reason { get; }

    /// <summary>The content of the entry, or what is wrong with it. <paramref name="year"/> is 0 where the entry has no year.</summary>
    Outcome<YearlyContent> ToContent(int year, DateOnly today);
}

/// <summary>Body of <c>PUT /api/responsibility-letters/{unitId}/{year}</c>.</summary>
public sealed record ResponsibilityLetterBody(
    DateOnly SignedOn, string SignedBy, string SignedWith, string? DocumentNumber = null, string? Remarks = null, string? Reason = null)
        : IYearlyBody
{
    public Outcome<YearlyContent> ToContent(int year, DateOnly today)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("signedBy", SignedBy, TextLimits.Line), ("signedWith", SignedWith, TextLimits.Line),
                ("documentNumber", DocumentNumber, TextLimits.Line),
                ("remarks", Remarks, TextLimits.Page), ("reason", Reason, TextLimits.Page)),
            // A letter may be signed at the end of the year before.
            YearlyDays.Refuse("signedOn", SignedOn, new DateOnly(year - 1, 1, 1), today));
        return refusal is not null ? refusal : new YearlyContent.Letter(SignedOn, SignedBy, SignedWith, DocumentNumber, Remarks);
    }
}

/// <summary>Body of <c>PUT /api/duty-reports/{officialId}/{year}</c>.</summary>
public sealed record DutyReportBody(DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence>? Evidence = null, string? Reason = null)
    : IYearlyBody
{
    public Outcome<YearlyContent> ToContent(int year, DateOnly today)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(("summary", Summary, TextLimits.Page), ("reason", Reason, TextLimits.Page)),
            EvidenceForm.Refuse(Evidence ?? []),
            YearlyDays.Refuse("submittedOn", SubmittedOn, new DateOnly(year, 1, 1), today));
        return refusal is not null ? refusal : new YearlyContent.Report(SubmittedOn, Summary, Evidence ?? []);
    }
}

/// <summary>Body of <c>PUT /api/yearly-duties/{duty}/{year}/{subject}</c>: a duty of the rulebook's own table that was done.</summary>
public sealed record DutyDoneBody(
    DateOnly DoneOn, string? Summary = null, string? DocumentNumber = null, IReadOnlyList<Evidence>? Evidence = null,
    string? Reason = null) : IYearlyBody
{
    public Outcome<YearlyContent> ToContent(int year, DateOnly today)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("summary", Summary, TextLimits.Page), ("documentNumber", DocumentNumber, TextLimits.Line),
                ("reason", Reason, TextLimits.Page)),
            EvidenceForm.Refuse(Evidence ?? []),
            // As a letter, it may be done at the end of the year before.
            YearlyDays.Refuse("doneOn", DoneOn, new DateOnly(year - 1, 1, 1), today));
        return refusal is not null ? refusal : new YearlyContent.Done(DoneOn, Summary, DocumentNumber, Evidence ?? []);
    }
}

/// <summary>Body of <c>PUT /api/officials/{officialId}/commendations/{commendationId}</c>.</summary>
public sealed record CommendationBody(
    string Title, string AwardedBy, DateOnly AwardedOn, string? DocumentNumber = null, string? Citation = null, string? Reason = null)
        : IYearlyBody
{

    public Outcome<YearlyContent> ToContent(int year, DateOnly today)
    {
        var refusal = Problem.Together(
            TextLimits.Refuse(
                ("title", Title, TextLimits.Line), ("awardedBy", AwardedBy, TextLimits.Line),
                ("documentNumber", DocumentNumber, TextLimits.Line),
                ("citation", Citation, TextLimits.Page), ("reason", Reason, TextLimits.Page)),
            YearlyDays.Refuse("awardedOn", AwardedOn, DateLimits.Earliest, today));
        return refusal is not null ? refusal : new YearlyContent.Commendation(Title, AwardedBy, AwardedOn, DocumentNumber, Citation);
    }
}

/// <summary>The limits of days and years that can be entered.</summary>
public static class YearlyDays
{
    private const int Earliest = 2000;

    public static Problem? Refuse(string member, DateOnly day, DateOnly first, DateOnly last) =>
        DateLimits.Past(member, day, first, last, "Y1");

    /// <summary>The year in the address, from 2000 to <paramref name="latest"/>.</summary>
    public static Outcome<int> Year(string text, int latest) => DateLimits.Year(YearlyMessages.Year, text, Earliest, latest);
}
