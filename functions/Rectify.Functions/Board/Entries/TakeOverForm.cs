using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.TakeOvers;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Functions.Orchestrations;
using Rectify.Functions.Register;
using Rectify.Functions.Spreadsheets;
using Rectify.Functions.TakeOvers;
using Rectify.Office.Access;
using Rectify.Office.Consultations;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.TakeOvers;

namespace Rectify.Functions.Board.Entries;

/// <summary>Takes over the ledger of an office from a table: the file, the preview of every bar, and the confirmation.</summary>
public sealed class TakeOverForm(
    BoardPages pages, FormReader forms, Flash flash, TakeOverHandler takeOver, TakeOverTable tables, LivingReplies livingReplies,
    Workflows workflows)
{
    public const string Address = "/board/take-over";

    private const string Register = "/board/cases";
    private const int MaxBytes = RegisterEndpoints.MaxBytes * 3 / 2;

    private static readonly Bilingual Title = ("接转原台账", "Take over a ledger");
    private static readonly Field[] Fields = [TakeOverModel.Source, TakeOverModel.VouchedBy];

    public async Task<IActionResult> RunAsync(HttpRequest request, DurableTaskClient durable, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method)) return await ShowAsync(request, forms.Ticket(request), new FormInput([]), []);
        if (!(await forms.ReceiveAsync(request, MaxBytes)).Try(out var sent, out var problem))
            return await pages.ShowProblemAsync(request, problem);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, sent.TicketText, sent.Input, []);

        var language = BoardPages.LanguageOf(request);
        if (await PackedTable.FileOfAsync(sent, TakeOverModel.File, RegisterEndpoints.MaxBytes, cancellation) is not { } file)
            return await WrongAsync(ImportForm.NoFile.In(language));
        if (file.Length > RegisterEndpoints.MaxBytes)
            return await pages.ShowProblemAsync(request, BodyBytes.TooLarge(RegisterEndpoints.MaxBytes));
        var meanings = ColumnsModel.MeaningsIn(sent.Input);
        var isRead = SpreadsheetBody.Read(file).Try(out var sheet, out problem);
        if (isRead && HeaderReading.Of(sheet!.Table, TakeOverTable.Columns, meanings).Try(out var header, out _) && header.CanBeMapped
            && (sent.Step == ColumnsModel.Step || !ReadTable.Of(sheet.Table, TakeOverTable.Columns, meanings).Try(out _, out _)))
            return await pages.ShowAsync<ColumnsPage>(
                request, ImportForm.ColumnsTitle, new ColumnsModel(Carrying(sent, file, []), header),
                sent.Step == ColumnsModel.Step ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        if (!isRead || !ReadTable.Of(sheet!.Table, TakeOverTable.Columns, meanings).Try(out var read, out problem))
            return await WrongAsync(MessageWords.Alone(problem!.Detail, language));

        var rows = read.Rows;
        var body = new TakeOverBody(
            sent.Input.Text(TakeOverModel.Source.Name).Trim(), sent.Input.Text(TakeOverModel.VouchedBy.Name).Trim(),
            await tables.ReadAsync(rows, cancellation));
        if (body.Refuse() is { } refusal)
            return await ShowAsync(request, sent.TicketText, sent.Input, FormErrors.Of(refusal, [.. Fields, TakeOverModel.File], language));
        if (rows.SelectMany(row => row.Rejections).ToList() is { Count: > 0 } rejections)
            return await PreviewAsync(request, sent, file, read, [], [.. rejections.Select(cell => Cell(cell, language))]);

        var mode = sent.Step == FormModel.Confirm ? TakeOverMode.Write : TakeOverMode.DryRun;
        if (!(await takeOver.RunAsync(body, Caller.Of(request), mode, cancellation)).Try(out var taken, out problem))
            return await PreviewAsync(request, sent, file, read, [], Cells(problem, rows, language));
        if (mode == TakeOverMode.DryRun)
        {
            List<OvertakenAnswer> overtaken = [];
            foreach (var record in taken.Previewed) overtaken.AddRange(await livingReplies.OvertakenByAsync(record, cancellation));
            return await PreviewAsync(request, sent, file, read, taken.View.Cases, [], overtaken);
        }

        await workflows.StartAsync(durable, taken, cancellation);
        return flash.To(request, Register, (
            $"已从{body.Source}接转 {taken.Recorded.Count} 个案件。", $"{taken.Recorded.Count} cases were taken over from {body.Source}."));

        Task<IActionResult> WrongAsync(string text) =>
            ShowAsync(request, sent.TicketText, sent.Input, [new FormError(TakeOverModel.File, text)]);
    }

    private Task<IActionResult> PreviewAsync(
        HttpRequest request, ReceivedForm sent, byte[] file, ReadTable read, IReadOnlyList<TakenOverCase> cases,
        IReadOnlyList<RejectedCell> rejected, IReadOnlyList<OvertakenAnswer>? overtaken = null) =>
        pages.ShowAsync<TakeOverPreviewPage>(
            request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
            new TakeOverPreviewModel(
                Carrying(sent, file, ColumnsModel.PairsOf(sent.Input)),
                [.. cases.Select(one => new PreviewedCase(
                    one.DocumentNumber, one.UnitName, one.Status, one.Deadline, one.Before,
                    [.. one.Bars.Select(bar => new PreviewedBar(bar.Name, bar.Measure, bar.From, bar.To))]))],
                rejected)
            {
                Notes = TableNotesModel.Of(read),
                Overtaken = overtaken ?? [],
            },
            rejected.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static FormModel Carrying(ReceivedForm sent, byte[] file, IEnumerable<(string Name, string Text)> meanings) => new(
        Address, sent.TicketText, Fields,
        FormInput.With(
        [
            (TakeOverModel.Source.Name, sent.Input.Text(TakeOverModel.Source.Name)),
            (TakeOverModel.VouchedBy.Name, sent.Input.Text(TakeOverModel.VouchedBy.Name)),
            (PackedTable.FieldName, PackedTable.Pack(file)), .. meanings,
        ]),
        ("预览", "Preview"), Register);

    private Task<IActionResult> ShowAsync(HttpRequest request, string ticket, FormInput input, IReadOnlyList<FormError> errors) =>
        pages.ShowAsync<TakeOverPage>(
            request, Title,
            new TakeOverModel(
                new FormModel(Address, ticket, Fields, input, ("预览", "Preview"), Register) { Errors = errors },
                ImportForm.ColumnsOf(TakeOverTable.Columns)),
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static RejectedCell Cell(RejectedRow cell, Language language) =>
        new(cell.Line, cell.Column, cell.Value, MessageWords.Beside(cell.Reason, language));

    // The problems of the cases, each at the row and the column that it is about.
    private static IReadOnlyList<RejectedCell> Cells(Problem problem, IReadOnlyList<RegisterRow> rows, Language language)
    {
        List<RejectedCell> cells = [];
        foreach (var (member, messages) in problem.Errors ?? new Dictionary<string, IReadOnlyList<Message>>())
        {
            // cases[3].listing.period is the fourth row.
            var (place, inside) = member.Split('.', 2) is [var first, var rest] ? (first, rest) : (member, "");
            var row = rows[int.Parse(place["cases[".Length..^1], null)];
            var column = TakeOverTable.ColumnOf(inside);
            cells.AddRange(messages.Select(message => new RejectedCell(
                row.Line, language == Language.English ? column.Name : column.Chinese, row.Text(column),
                MessageWords.Beside(message, language))));
        }

        return [.. cells.OrderBy(cell => cell.Line)];
    }
}
