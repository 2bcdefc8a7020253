using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;
using Rectify.Functions.Http;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;
using Rectify.Office.Text;

namespace Rectify.Functions.Consultations;

/// <summary>A consultation as CSV: reads the subjects and writes the answers.</summary>
internal static class ConsultationCsv
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly string[] SubjectColumn = ["subject", "对象"];

    private static readonly string[] AnswerColumns =
        ["编号 number", "对象 subject", "名称 name", "询问日期 on", "用途 purpose", "意见 answer", "截止 until", "依据 bases",
            "台账时点 asOf", "提示 warnings"];

    /// <summary>Reads a table with one column of subjects; purpose, day and asker are in the query.</summary>
    /// <returns>The body, its fingerprint together with the query's, and the line of each subject.</returns>
    public static async Task<Outcome<(ConsultationBody Body, string Hash, IReadOnlyList<int> Lines)>> ReadAsync(HttpRequest request)
    {
        if (!Query.Enum<Purpose>(request, "purpose").Try(out var purpose, out var problem)
            || !Query.Date(request, "on").Try(out var on, out problem)
            || !(await SpreadsheetBody.ReadAsync(request, MaxBytes)).Try(out var csv, out problem))
            return problem;
        if (purpose is null)
            return Problem.Malformed("purpose", ConsultationMessages.PurposeInQuery.With(WireName.List<Purpose>()));
        if (Query.Text(request, "askedBy") is not { } askedBy)
            return Problem.Malformed("askedBy", ConsultationMessages.AskedByInQuery);
        if (!csv.Table.HeadedBy(SubjectColumn.Contains).Try(out var table, out problem)) return problem;
        if (table.Header is not [var column] || !SubjectColumn.Contains(column))
        {
            return SpreadsheetTable.Malformed(
                table.Line, ConsultationMessages.OneColumn.With(string.Join(" or ", SubjectColumn), table.Header));
        }

        var errors = new Dictionary<string, Message>();
        var subjects = new List<Subject>();
        foreach (var row in table.Rows)
        {
            if (TextRule.Refuse(row.Cells[0].Trim(), Office.Text.Lines.One) is { } refusal)
                errors[SpreadsheetTable.LineOf(row.Line)] = BodyMessages.CharacterInCell.With(refusal);
            else if (Subject.Parse(TextRule.Folded(row.Cells[0])) is { } subject) subjects.Add(subject);
            else errors[SpreadsheetTable.LineOf(row.Line)] = ConsultationMessages.SubjectForm.With(row.Cells[0]);
        }

        if (errors.Count > 0)
        {
            return Problem.Of(
                ProblemKind.Malformed, ProblemTitles.Malformed,
                RequestMessages.Malformed.With([.. errors.Select(error => error.Value.At(error.Key))]))
                .About(errors);
        }

        var hash = string.Create(CultureInfo.InvariantCulture, $"{csv.Hash}|{WireName.Of(purpose.Value)}|{on:yyyy-MM-dd}|{askedBy}");
        return (new ConsultationBody(subjects, purpose.Value, askedBy, on), hash, [.. table.Rows.Select(row => row.Line)]);
    }

    /// <summary>
    /// The answers as a table. For a list of names its rows follow in two further columns, so that each answer finds its place in the
    /// asker's own table; rows about which no statement is made come last.
    /// </summary>
    public static string Write(Consultation consultation)
    {
        if (consultation.Rows is not { } rows)
            return CsvText.Of(AnswerColumns, consultation.Answers.Select(answer => Cells(consultation, answer)));

        var bySubject = rows.Where(row => row.Subject is not null).ToLookup(row => row.Subject!);
        return CsvText.Of(
            [.. AnswerColumns, "行 row", "名单原文 asked as"],
            [
                .. from answer in consultation.Answers
                   let own = bySubject[answer.Subject].ToList()
                   select (IReadOnlyList<string?>)
                   [
                       .. Cells(consultation, answer),
                       string.Join("; ", own.Select(row => row.Row.ToString(CultureInfo.InvariantCulture))),
                       string.Join("; ", own.Select(row => row.Text)),
                   ],
                .. from row in consultation.NotIdentified
                   select (IReadOnlyList<string?>)
                   [
                       consultation.Number.Text, "", "", Day(consultation.On), WireName.Of(consultation.Purpose),
                       "未能识别，不作答复 notIdentified", "", "", Instant(consultation.AsOf), "",
                       row.Row.ToString(CultureInfo.InvariantCulture), row.Text,
                   ],
            ]);
    }

    private static IReadOnlyList<string?> Cells(Consultation consultation, ConsultedSubject answer) =>
    [
        consultation.Number.Text, answer.Subject.ToString(), answer.Name, Day(consultation.On), WireName.Of(consultation.Purpose),
        $"{ConsultationWords.Of(answer.Finding.Answer)} {WireName.Of(answer.Finding.Answer)}",
        answer.Finding.Until is { } until ? Day(until) : "",
        string.Join("; ", answer.Finding.Bases.Select(Basis)),
        Instant(consultation.AsOf),
        string.Join("; ", ConsultationWords.Warnings(answer).Select(warning => warning.Chinese)),
    ];

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Basis(FindingBasis basis) =>
        $"{(basis.Predecessor is null ? "" : $"{basis.Predecessor}: ")}{basis.DocumentNumber} "
        + $"{(basis.Measure == Measure.Listing ? "挂牌督办" : "一票否决")} {(basis.SanctionId is null ? "待决定 " : "")}"
        + $"{DayOrNone(basis.From)}…{DayOrNone(basis.To)}";

    private static string DayOrNone(DateOnly? day) => day is { } known ? Day(known) : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
