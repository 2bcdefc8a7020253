using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Register;

/// <summary>The endpoints to import and export the register as tables.</summary>
public sealed class RegisterEndpoints(RegisterImport import, IRegisterStore registerStore)
{
    /// <summary>The largest table that is accepted, in bytes.</summary>
    internal const int MaxBytes = 8 * 1024 * 1024;

    [Function("ImportRegister"), Allows(Role.Officer)]
    [Api("Imports units or officials from a table, every row or none.",
        TakesMedia = [SpreadsheetMedia.Csv, SpreadsheetMedia.Tsv, SpreadsheetMedia.Xlsx, SpreadsheetMedia.Xls],
        Answers = typeof(ReportView))]
    [ApiQuery("dryRun", typeof(bool), "Only says what would happen.")]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registry/import")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!Query.IsDryRun(request).Try(out var isTrial, out var problem)
            || !(await SpreadsheetBody.ReadAsync(request, MaxBytes)).Try(out var body, out problem)
            || !RegisterTable.Of(body.Table, ColumnMeanings.None).Try(out var table, out problem))
            return problem.ToResult();

        var mode = isTrial ? ImportMode.DryRun : ImportMode.Write;
        var report = await import.RunAsync(table, mode, cancellation);
        return report.Rejected.Count > 0 && mode == ImportMode.Write
            ? AnswerLanguage.Result(422, ProblemAnswer.MediaType, language => RefusedView.Of(report, language))
            : AnswerLanguage.Result(200, Wire.JsonMedia, language => ReportView.Of(report, table.Read, language));
    }

    [Function("ExportRegister"), Allows(Role.Officer, Role.Auditor)]
    [Api("The register as a table that can be imported again.", AnswersMedia = ["text/csv"])]
    [ApiQuery("kind", typeof(RegisterKind), "Which table.", Required = true)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/registry/export")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!Query.Enum<RegisterKind>(request, "kind").Try(out var kind, out var problem)) return problem.ToResult();
        return kind switch
        {
            RegisterKind.Units => CsvAnswer.ToResult(UnitTableFormat.Write(await registerStore.AllUnitsAsync(cancellation)), "units.csv"),
            RegisterKind.Officials =>
                CsvAnswer.ToResult(OfficialTableFormat.Write(await registerStore.AllOfficialsAsync(cancellation)), "officials.csv"),
            _ => Problem.Malformed("kind", RegisterTableMessages.Kind).ToResult(),
        };
    }

    private sealed record ReportView(
        RegisterKind Kind, bool DryRun, int AcceptedCount, int RejectedCount, IReadOnlyList<AcceptedRow> Accepted,
        IReadOnlyList<RejectedView> Rejected, IReadOnlyList<WarningView> Warnings, IReadOnlyList<string> UnusedColumns,
        IReadOnlyList<SkippedRow> SkippedRows)
    {
        public static ReportView Of(ImportReport report, ReadTable read, Language language) => new(
            report.Kind, report.Mode == ImportMode.DryRun, report.Accepted.Count, report.RejectedRows, report.Accepted,
            RejectedView.Of(report, language),
            [.. report.Warnings.Select(one => new WarningView(one.Line, one.Id, one.Warning.Words.In(language)))],
            read.Unused, read.Skipped);
    }

    private sealed record WarningView(int Line, string Id, string Warning);

    private sealed record RejectedView(int Line, string Column, string Value, string Reason)
    {
        public static IReadOnlyList<RejectedView> Of(ImportReport report, Language language) =>
            [.. report.Rejected.Select(row => new RejectedView(row.Line, row.Column, row.Value, row.ReasonIn(language)))];
    }

    /// <summary>A problem with further members, as RFC 9457 allows.</summary>
    private sealed record RefusedView(
        string Type, string Title, int Status, string Detail, RegisterKind Kind, int AcceptedCount, int RejectedCount,
        IReadOnlyList<RejectedView> Rejected)
    {
        public static RefusedView Of(ImportReport report, Language language)
        {
            var first = report.Rejected[0];
            var detail = RegisterTableMessages.Rejected.With(
                report.RejectedRows, report.Accepted.Count + report.RejectedRows, first.Line, first.Column,
                first.ReasonIn(language), first.Value);
            return new RefusedView(
                $"/problems/{detail.Name}", ProblemTitles.RowsRejected.Told().In(language), 422, detail.In(language),
                report.Kind, report.Accepted.Count, report.RejectedRows, RejectedView.Of(report, language));
        }
    }
}
