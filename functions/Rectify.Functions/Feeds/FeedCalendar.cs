using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Accounts;
using Rectify.Office.Cases;
using Rectify.Office.Feeds;
using Rectify.Office.Ledger;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Functions.Feeds;

/// <summary>The endpoint from which calendar programs fetch a feed. They send no key; the secret is in the address.</summary>
public sealed class FeedCalendar(
    IFeedStore feeds, CurrentAccounts accounts, KeyAttempts attempts, ILedger ledger, CaseRepository caseRepository,
    OfficeSettings office, TimeProvider clock)
{
    private const string Extension = ".ics";
    private const int PageSize = 1_000;

    /// <summary>
    /// The deadlines and ends of sanctions of all cases that are not closed. Unknown and revoked addresses get the same answer.
    /// </summary>
    [Function("GetFeed"), AllowsAnyone]
    [Api("Deadlines and ends of sanctions as an iCalendar.", AnswersMedia = ["text/calendar"], Statuses = [200, 304])]
    [ApiQuery("lang", typeof(MailLanguage), "The language of the titles; that of the office unless told.")]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "feeds/{file}")] HttpRequest request, string file,
        CancellationToken cancellation)
    {
        var token = file.EndsWith(Extension, StringComparison.Ordinal) ? file[..^Extension.Length] : "";
        if (await feeds.FindAsync(Feed.IdOf(token), cancellation) is not { } feed || !feed.Opens(token)
            || (await accounts.RefreshAsync(cancellation)).HasEnded(feed.CreatedBy, feed.CreatedAt, accounts.Today))
        {
            return (attempts.Count(request.HttpContext)
                ?? Problem.Of(ProblemKind.NotFound, ProblemTitles.NoFeed, FeedMessages.NoAddress)).ToResult();
        }

        var language = Query.Text(request, "lang") is { } tag ? MailLanguage.Find(tag) ?? office.Language : office.Language;
        var text = FeedWriter.Write($"{office.Name} {feed.Label}", await EntriesAsync(feed, language, cancellation));

        var (headers, etag) = (request.HttpContext.Response.Headers, EntryTag.OfText(text));
        (headers.ETag, headers.CacheControl, headers.XContentTypeOptions) = (etag, "private, no-cache", "nosniff");
        return request.Headers.IfNoneMatch.Contains(etag)
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new ContentResult { Content = text, ContentType = "text/calendar; charset=utf-8" };
    }

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(Feed feed, MailLanguage language, CancellationToken cancellation)
    {
        List<FeedEntry> entries = [];
        var filter = new CaseFilter(null, feed.UnitId, null, clock.GetUtcNow());
        await foreach (var open in ledger.AllAsync(filter, PageSize, cancellation).Where(entry => entry.Status != CaseStatus.Closed))
        {
            switch (await caseRepository.ReadAsync(open.CaseId, cancellation))
            {
                case CaseReading.Readable(var record):
                    entries.AddRange(FeedWriter.EntriesOf(record, office.BaseAddress, language));
                    break;
                case CaseReading.Unreadable:
                    entries.Add(FeedWriter.EntryOf(open, office.BaseAddress, language));
                    break;
            }
        }

        return entries;
    }
}
