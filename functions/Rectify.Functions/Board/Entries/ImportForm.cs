using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Functions.Register;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;

namespace Rectify.Functions.Board.Entries;

/// <summary>Imports a table into the register: the file, the preview row by row, and the confirmation.</summary>
public sealed class ImportForm(BoardPages pages, FormReader forms, Flash flash, RegisterImport import)
{
    public const string Address = "/board/registry/import";

    // The largest form. It holds the packed file from the preview on, which base64 makes longer, and other fields.
    private const int MaxBytes = RegisterEndpoints.MaxBytes * 3 / 2;

    /// <summary>What is said when no file was chosen.</summary>
    internal static readonly Bilingual NoFile = ("请选择文件，且文件不能为空。", "Choose a file that is not empty.");

    /// <summary>The title of the page that asks what columns mean.</summary>
    internal static readonly Bilingual ColumnsTitle = ("列的含义", "What the columns mean");

    private static readonly Bilingual Title = ("从表格导入", "Import a table");

    public async Task<IActionResult> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method)) return await ShowAsync(request, forms.Ticket(request), []);
        if (!(await forms.ReceiveAsync(request, MaxBytes)).Try(out var sent, out var problem))
            return await pages.ShowProblemAsync(request, problem);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, sent.TicketText, []);
        if (await PackedTable.FileOfAsync(sent, ImportModel.File, RegisterEndpoints.MaxBytes, cancellation) is not { } file)
            return await ShowAsync(request, sent.TicketText, [new FormError(ImportModel.File, NoFile.In(BoardPages.LanguageOf(request)))]);

        if (file.Length > RegisterEndpoints.MaxBytes)
            return await pages.ShowProblemAsync(request, BodyBytes.TooLarge(RegisterEndpoints.MaxBytes));
        var meanings = ColumnsModel.MeaningsIn(sent.Input);
        var isRead = SpreadsheetBody.Read(file).Try(out var sheet, out problem);
        if (isRead && RegisterTable.HeaderOf(sheet!.Table, meanings).Try(out var header, out _) && header.CanBeMapped
            && (sent.Step == ColumnsModel.Step || !RegisterTable.Of(sheet.Table, meanings).Try(out _, out _)))
            return await pages.ShowAsync<ColumnsPage>(
                request, ColumnsTitle, new ColumnsModel(Carrying(sent.TicketText, file, []), header),
                sent.Step == ColumnsModel.Step ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        if (!isRead || !RegisterTable.Of(sheet!.Table, meanings).Try(out var table, out problem))
        {
            var told = MessageWords.Alone(problem!.Detail, BoardPages.LanguageOf(request));
            return await ShowAsync(request, sent.TicketText, [new FormError(ImportModel.File, told)]);
        }

        var report = await import.RunAsync(table, sent.Step == FormModel.Confirm ? ImportMode.Write : ImportMode.DryRun, cancellation);
        return sent.Step == FormModel.Confirm && report.Rejected.Count == 0
            ? Done(request, report)
            : await PreviewAsync(request, sent, file, table, report);
    }

    private Task<IActionResult> PreviewAsync(
        HttpRequest request, ReceivedForm sent, byte[] file, RegisterTable table, ImportReport report)
    {
        var language = BoardPages.LanguageOf(request);
        return pages.ShowAsync<ImportPreviewPage>(
            request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
            new ImportPreviewModel(
                Carrying(sent.TicketText, file, ColumnsModel.PairsOf(sent.Input)) with { Back = ListOf(report) },
                NameOf(report.Kind),
                [.. report.Accepted.Take(ImportPreviewModel.MostShown)
                    .Select(row => new ImportedRow(row.Line, row.Id, NameOf(row.Change)))],
                CountsOf(report),
                [.. report.Rejected.Select(
                    cell => new RejectedCell(cell.Line, cell.Column, cell.Value, MessageWords.Beside(cell.Reason, language)))],
                [.. report.Warnings.Take(ImportPreviewModel.MostShown).Select(row => new WarnedRow(row.Line, row.Id, row.Warning.Words))])
            {
                Notes = TableNotesModel.Of(table.Read),
            },
            report.Rejected.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static FormModel Carrying(string ticket, byte[] file, IEnumerable<(string Name, string Text)> meanings) => new(
        Address, ticket, [], FormInput.With([(PackedTable.FieldName, PackedTable.Pack(file)), .. meanings]), ("预览", "Preview"), Address);

    private SeeOther Done(HttpRequest request, ImportReport report)
    {
        var counts = CountsOf(report);
        return flash.To(request, ListOf(report), (
            $"已导入{NameOf(report.Kind).Chinese} {counts.Accepted} 行："
            + $"新增 {counts.Added}，更改 {counts.Replaced}，不变 {counts.Unchanged}。",
            $"{counts.Accepted} rows were imported: {counts.Added} added, {counts.Replaced} changed, {counts.Unchanged} unchanged."));
    }

    private static ImportCounts CountsOf(ImportReport report)
    {
        int Count(Change change) => report.Accepted.Count(row => row.Change == change);
        return new ImportCounts(Count(Change.Added), Count(Change.Replaced), Count(Change.Unchanged), report.RejectedRows);
    }

    private static string ListOf(ImportReport report) => report.Kind == RegisterKind.Units ? "/board/units" : "/board/officials";

    private static Bilingual NameOf(RegisterKind kind) => kind == RegisterKind.Units ? ("单位", "Units") : ("人员", "Officials");

    private static Bilingual NameOf(Change change) => change switch
    {
        Change.Added => ("新增", "added"),
        Change.Replaced => ("更改", "changed"),
        Change.Unchanged => ("不变", "unchanged"),
        _ => throw new UnreachableException(change.ToString()),
    };

    internal static IReadOnlyList<TableColumn> ColumnsOf(IReadOnlyList<RegisterColumn> columns) =>
    [
        .. columns.Select(column =>
            new TableColumn(column.Name, column.Chinese, Enum.Parse<Rectify.Board.Forms.Need>(column.Need.ToString()))),
    ];

    private Task<IActionResult> ShowAsync(HttpRequest request, string ticket, IReadOnlyList<FormError> errors) =>
        pages.ShowAsync<ImportPage>(
            request, Title,
            new ImportModel(
                Address, ticket, errors, ColumnsOf(UnitTableFormat.Columns), ColumnsOf(OfficialTableFormat.Columns)),
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
