using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Forms;
using Rectify.Board.Rulebooks;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Requests;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Board.Rulebooks;

/// <summary>Loads a rulebook: the text or a file, what is wrong or different in it, and the confirmation.</summary>
public sealed class LoadRulebookForm(
    BoardPages pages, FormReader forms, Flash flash, CurrentRulebooks rulebooks, RulebookHandler rulebookHandler)
{
    public const string Address = "/board/load-rulebook";

    private const int MaxBytes = 1024 * 1024;

    private static readonly Bilingual Title = ("载入规则库", "Load a rulebook");

    public async Task<IActionResult> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method)) return await ShowAsync(request, forms.Ticket(request), StartingPoint(request), []);
        // A Chinese character takes nine bytes in a form, and three in a file.
        if (!(await forms.ReceiveAsync(request, MaxBytes * 3)).Try(out var sent, out var problem))
            return await pages.ShowProblemAsync(request, problem);
        if (await TextOfAsync(sent, cancellation) is not { } text)
            return await pages.ShowProblemAsync(request, Problem.Malformed("body", BodyMessages.NotUtf8));
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, sent.TicketText, text, []);

        if (!rulebookHandler.Check(null, text).Try(out var edition, out problem))
            return await ShowAsync(request, sent.TicketText, text, ProblemsOf(problem, BoardPages.LanguageOf(request)));
        if (sent.Step != FormModel.Confirm) return await PreviewAsync(request, sent.TicketText, edition, cancellation);

        return (await rulebookHandler.LoadAsync(edition.Id, text, Caller.Of(request.HttpContext).Actor, cancellation))
            .Try(out edition, out problem)
            ? flash.To(
                request, RulebookPages.AddressOf(edition.Id),
                ($"规则版本 {edition.Id} 已载入，尚未施行。", $"The rulebook {edition.Id} is loaded; it is not in force by that."))
            : await ShowAsync(request, sent.TicketText, text, ProblemsOf(problem, BoardPages.LanguageOf(request)));
    }

    private async Task<IActionResult> PreviewAsync(
        HttpRequest request, string ticket, RulebookEdition edition, CancellationToken cancellation)
    {
        (await rulebookHandler.CompareAsync(edition, null, cancellation)).Try(out var comparison, out _);
        return await pages.ShowAsync<RulebookPreviewPage>(
            request, ($"{Title.Chinese}·预览", $"{Title.English}: preview"),
            new RulebookPreviewModel(
                new FormModel(
                    Address, ticket, [], FormInput.With((LoadRulebookModel.Packed, PackedTable.Pack(Encoding.UTF8.GetBytes(edition.Text)))),
                    ("预览", "Preview"), "/board/rulebooks"),
                [
                    (("版本", "Edition"), Bilingual.Same(edition.Id)), (("名称", "Title"), Bilingual.Same(edition.Name)),
                    (("指纹", "Hash"), Bilingual.Same(edition.Hash!)),
                ],
                new RulebookComparisonModel(edition.Id, comparison), ("确认载入", "Load")));
    }

    private Task<IActionResult> ShowAsync(
        HttpRequest request, string ticket, string text, IReadOnlyList<(string Path, string Problem)> problems) =>
        pages.ShowAsync<LoadRulebookPage>(
            request, Title, new LoadRulebookModel(Address, ticket, text, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    // The text of another edition with an id that is not taken; empty when none is named.
    private string StartingPoint(HttpRequest request)
    {
        if (Query.Text(request, "from") is not { } id || rulebooks.Value.Find(id) is not { } edition) return "";

        var number = 2;
        while (rulebooks.Value.Find(Proposed(id, number)) is not null) number++;
        return edition.Text.Replace($"\"{id}\"", $"\"{Proposed(id, number)}\"", StringComparison.Ordinal);
    }

    // An id has at most 64 characters.
    private static string Proposed(string id, int number) => $"{(id.Length > 58 ? id[..58] : id)}-{number}";

    private static async Task<string?> TextOfAsync(ReceivedForm sent, CancellationToken cancellation)
    {
        if (sent.Files.GetFile(LoadRulebookModel.File.Name) is { Length: > 0 } upload)
        {
            using var file = new MemoryStream();
            await upload.CopyToAsync(file, cancellation);
            return TextOf(file.ToArray());
        }

        return sent.Input.Text(LoadRulebookModel.Packed) is { Length: > 0 } packed
            ? PackedTable.Unpack(packed, MaxBytes) is { } bytes ? TextOf(bytes) : null
            : sent.Input.Text(LoadRulebookModel.Content.Name);
    }

    private static string? TextOf(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private static IReadOnlyList<(string, string)> ProblemsOf(Problem problem, Language language) => problem.Errors is { Count: > 0 } errors
        ? [.. errors.SelectMany(error => error.Value.Select(message => (error.Key, MessageWords.Beside(message, language))))]
        : [(Rectify.Domain.Rulebooks.RulebookProblem.Whole, MessageWords.Alone(problem.Detail, language))];
}
