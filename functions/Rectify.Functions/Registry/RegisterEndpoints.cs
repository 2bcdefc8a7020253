using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Csv;
using Rectify.Functions.Http;

namespace Rectify.Functions.Registry;

/// <summary>The register as a table, in and out.</summary>
public sealed class RegisterEndpoints(IServiceProvider services)
{
    /// <summary>The largest table that is taken.</summary>
    internal const int MaxBytes = 8 * 1024 * 1024;

    private readonly RegisterImport import = services.GetRequiredService<RegisterImport>();
    private readonly IRegistry registry = services.GetRequiredService<IRegistry>();

    [Function("ImportRegister"), Allows(Role.Officer)]
    [Api("Imports units or officials from a table, every row or none.", TakesMedia = "text/csv", Answers = typeof(ReportView))]
    [ApiQuery("dryRun", typeof(bool), "Only says what would happen.")]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registry/import")] HttpRequest request, CancellationToken cancellation)
    {
        ImportMode? mode = Query.Text(request, "dryRun") switch
        {
            null or "false" => ImportMode.Write,
            "true" => ImportMode.DryRun,
            _ => null,
        };
        if (mode is null)
            return Problem.Malformed("dryRun", $"dryRun: true or false; got \"{Query.Text(request, "dryRun")}\".").ToResult();
        if (!(await CsvBody.ReadAsync(request, MaxBytes)).Try(out var body, out var problem)
            || !RegisterTable.Of(body.Table).Try(out var table, out problem))
            return problem.ToResult();

        var report = await import.RunAsync(table, mode.Value, Caller.Of(request.HttpContext).Actor, cancellation);
        var refused = report.Rejected.Count > 0 && mode == ImportMode.Write;
        return refused
            ? new ContentResult { StatusCode = 422, ContentType = Problem.MediaType, Content = JsonSerializer.Serialize(RefusedView.Of(report), Wire.Options) }
            : Wire.Json(new ReportView(report.Kind, report.Mode == ImportMode.DryRun, report.Accepted.Count, report.RejectedRows, report.Accepted, report.Rejected));
    }

    [Function("ExportRegister"), Allows(Role.Officer, Role.Auditor)]
    [Api("The register as a table that can be imported again.", AnswersMedia = ["text/csv"])]
    [ApiQuery("kind", typeof(RegisterKind), "Which table.", Required = true)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/registry/export")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Enum<RegisterKind>(request, "kind").Try(out var kind, out var problem)) return problem.ToResult();
        return kind switch
        {
            RegisterKind.Units => CsvText.ToResult(UnitTable.Write(await registry.AllUnitsAsync(cancellation)), "units.csv"),
            RegisterKind.Officials => CsvText.ToResult(OfficialTable.Write(await registry.AllOfficialsAsync(cancellation)), "officials.csv"),
            _ => Problem.Malformed("kind", "kind: units or officials.").ToResult(),
        };
    }

    private sealed record ReportView(
        RegisterKind Kind, bool DryRun, int AcceptedCount, int RejectedCount, IReadOnlyList<AcceptedRow> Accepted, IReadOnlyList<RejectedRow> Rejected);

    /// <summary>A problem with members of its own, as RFC 9457 allows.</summary>
    private sealed record RefusedView(
        string Type, string Title, int Status, string Detail, RegisterKind Kind, int AcceptedCount, int RejectedCount, IReadOnlyList<RejectedRow> Rejected)
    {
        public static RefusedView Of(ImportReport report) => new(
            "/problems/rows-rejected", "Rows were rejected", 422,
            $"Nothing was imported: {report.RejectedRows} of {report.Accepted.Count + report.RejectedRows} rows were rejected. The first is line {report.Rejected[0].Line}, {report.Rejected[0].Column}: {report.Rejected[0].Reason}; got \"{report.Rejected[0].Value}\".",
            report.Kind, report.Accepted.Count, report.RejectedRows, report.Rejected);
    }
}
