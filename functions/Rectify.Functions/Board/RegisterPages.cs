using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Cases;
using Rectify.Board.Health;
using Rectify.Board.Registry;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Http;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Text;

namespace Rectify.Functions.Board;

/// <summary>
/// The pages of the register: lists of units and officials, one unit, one official, and the CSV tables. A unit sees only its own page.
/// </summary>
public sealed class RegisterPages(
    BoardPages pages, IRegisterStore registerStore, SubjectLookup subjectLookup, TimeProvider clock, CaseQuery caseQuery,
    PersonJoins personJoins, IYearlyRecordStore yearlyRecordStore, VisitLookup visitLookup)
{
    private const int RowsPerPage = 50;
    private const int CasesShown = 20;

    private static readonly CaseLink Import = new("/board/registry/import", ("从表格导入", "Import a table"));

    [Function("BoardUnits"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> UnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/units")] HttpRequest request, CancellationToken cancellation)
    {
        if (Caller.Of(request).UnitId is { } own) return new RedirectResult($"/board/units/{own}");
        if (!Query.Page(request).Try(out var page, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var search = SearchOf(request);
        var (rows, found) =
            Cut(search, page,
                [.. (await registerStore.AllUnitsAsync(cancellation)).Where(unit => Has(search, unit.Name, unit.UnitId.Value))]);
        return await pages.ShowAsync<UnitsPage>(request, ("单位台账", "Units"), new UnitsModel(
            [.. rows.Select(
                unit => new UnitRow(unit.UnitId.Value, unit.Name, RegisterWords.Of(unit.Kind), RegisterWords.Of(unit.Level),
                    unit.Liaison.Name, unit.SuccessorUnitId?.Value))],
            found, IsOfficer(request) ? [new("/board/registry/unit", ("登记单位", "Enter a unit")), Import] : [],
            MaySave(request) ? "/board/units.csv" : null));
    }

    [Function("BoardOfficials"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> OfficialsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/officials")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Query.Page(request).Try(out var page, out var problem) || !Query.UnitId(request).Try(out var unitId, out problem))
            return await pages.ShowProblemAsync(request, problem);

        var search = SearchOf(request);
        var all = unitId is { } unit ? await registerStore.OfficialsOfAsync(unit, cancellation)
            : await registerStore.AllOfficialsAsync(cancellation);
        var today = LocalDay.Of(clock.GetUtcNow());
        OfficialPost PostShown(Official official) => (unitId is { } asked ? official.PostIn(asked, today) : null) ?? official.MainPost;
        var (rows, found) = Cut(search, page, [.. all.Where(official => Has(search, official.Name, official.OfficialId.Value))]);
        var names = (await registerStore.FindUnitsAsync([.. rows.Select(official => PostShown(official).UnitId).Distinct()], cancellation))
            .ToDictionary(one => one.UnitId, one => one.Name);
        return await pages.ShowAsync<OfficialsPage>(request, ("人员台账", "Officials"), new OfficialsModel(
            [.. rows.Select(
                official => RowOf(official, PostShown(official), names.GetValueOrDefault(PostShown(official).UnitId),
                    $"/board/officials/{official.OfficialId}"))], unitId?.Value,
            found, IsOfficer(request) ? [new("/board/registry/official", ("登记人员", "Enter an official")), Import] : [],
            MaySave(request) ? "/board/officials.csv" : null));
    }

    [Function("BoardUnit"), Allows(Role.Officer, Role.Reader, Role.Auditor, Role.Unit)]
    public async Task<IActionResult> UnitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/units/{unitId}")] HttpRequest request, string unitId,
        CancellationToken cancellation)
    {
        var (caller, id, now) = (Caller.Of(request), new UnitId(unitId), clock.GetUtcNow());
        if (!caller.MayActFor(id) || await registerStore.FindUnitAsync(id, cancellation) is not { } unit)
            return await pages.ShowMissingAsync(request, "单位台账中没有这个单位，或不是本单位。",
                "The register holds no such unit, or it is another one than yours.");

        var today = LocalDay.Of(now);
        var officials = await registerStore.OfficialsOfAsync(id, cancellation);
        var cases =
            await caseQuery.GlanceAsync(new CaseQuery.Wanted(null, id, null, null) { Order = CaseOrder.Newest }, CasesShown, null,
                cancellation);
        var entry = (await subjectLookup.FindAsync([new Subject.Unit(id)], now, cancellation))[new Subject.Unit(id)];
        return await pages.ShowAsync<UnitPage>(request, (unit.Name, unit.Name), new UnitModel(
            unitId, caller.Role == Role.Unit ? [.. UnitForm.Facts(unit).Select(fact => fact with { Address = null })]
                : UnitForm.Facts(unit),
            [
                .. from official in officials
                   from post in official.Posts.In(id)
                   orderby !post.HeldOn(today)
                   select RowOf(official, post, unit.Name, caller.Role == Role.Unit ? null : $"/board/officials/{official.OfficialId}"),
            ],
            [.. cases.Items.Select(CaseListPages.RowOf), .. cases.Unreadable.Select(CaseListPages.RowOf)], $"/board/cases?unitId={unitId}",
            SanctionsOf(entry, today),
            IsOfficer(request)
                ? [new($"/board/units/{unitId}/edit", ("更改单位", "Change the unit")),
                    new($"/board/units/{unitId}/new-visit", ("登记督查", "Enter a supervision visit")),
                    new($"/board/registry/official?{Uri.EscapeDataString(OfficialForm.FirstUnit)}={unitId}",
                        ("登记人员", "Enter an official"))]
                : [])
        {
            Unreadable = UnreadableOf(entry),
            Visits = [.. (await visitLookup.OfAsync(id, cancellation)).Select(one => VisitPages.RowOf(id, one.Id, one.Visit, caller.Role))],
        });
    }

    [Function("BoardOfficial"), Allows(Role.Officer, Role.Reader, Role.Auditor)]
    public async Task<IActionResult> OfficialAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/officials/{officialId}")] HttpRequest request, string officialId,
        CancellationToken cancellation)
    {
        var (id, now) = (new OfficialId(officialId), clock.GetUtcNow());
        if (await registerStore.FindOfficialAsync(id, cancellation) is not { } official)
            return await pages.ShowNoOfficialAsync(request);

        var posts = official.Posts;
        var units = (await registerStore.FindUnitsAsync([.. posts.Select(post => post.UnitId).Distinct()], cancellation)).ToDictionary(
            unit => unit.UnitId, unit => unit.Name);
        var entry = (await subjectLookup.FindAsync([new Subject.Official(id)], now, cancellation))[new Subject.Official(id)];
        var direct = await personJoins.DirectlyWithAsync(id, cancellation);
        var named =
            from record in entry.Cases.Reverse()
            let opening = record.State.File.Opening
            from leader in record.State.File.EveryLeader.Where(leader => entry.AnswersFor.Contains(new Subject.Official(leader.OfficialId)))
                .Take(1)
            select new NamedIn(record.CaseId.Value, opening.DocumentNumber, opening.Unit.Name, leader.Post, leader.Role);
        var commendations =
            from item in (await yearlyRecordStore.EntriesOfAsync(YearlyRecordKind.Commendations, new Subject.Official(id), cancellation))
                .GroupBy(one => one.Item)
            let content = item.Last().Content as YearlyContent.Commendation
            where content is not null
            orderby content.AwardedOn descending
            select new CommendationRow(content.Title, content.AwardedBy, content.AwardedOn,
                IsOfficer(request) ? RecordAddress.OfCommendation(id, item.Key) : null);
        return await pages.ShowAsync<OfficialPage>(request, (official.Name, official.Name), new OfficialModel(
            OfficialForm.Facts(official, units.GetValueOrDefault(official.MainPost.UnitId)),
            [.. posts.Select(
                post => new PostLine(post.UnitId.Value, units.GetValueOrDefault(post.UnitId), post.Post, post.Role, post.From, post.To))],
            [.. named], SanctionsOf(entry, LocalDay.Of(now)), [.. commendations],
            [
                .. IsOfficer(request)
                    ? (CaseLink[])
                    [
                        new($"/board/officials/{officialId}/edit", ("更改人员", "Change the official")),
                        new($"/board/officials/{officialId}/new-commendation", ("登记表彰奖励", "Enter a commendation")),
                        new($"/board/officials/{officialId}/joins", ("合并编号", "Join with another id")),
                    ]
                    : [],
                new($"/board/officials/{officialId}/performance-record", ("工作实绩档案", "Record of performance")),
            ])
        {
            Unreadable = UnreadableOf(entry),
            Joined = [.. entry.AnswersFor.OfType<Subject.Official>().Where(other => other.Id != id).Select(other => new OtherId(
                other.Id.Value, IsOfficer(request) && direct.Contains(other.Id) ? $"/board/officials/{officialId}/joins/{other.Id}"
                    : null))],
            Warnings = [.. entry.Namesakes.Select(other => RegisterWarning.Of(entry.Subject, other).Words)],
        });
    }

    // The tables have addresses of their own, because a link cannot set the Accept header.
    [Function("BoardUnitsTable"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> SaveUnitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/units.csv")] HttpRequest request,
        CancellationToken cancellation) =>
        Table(request, UnitTableFormat.Write(await registerStore.AllUnitsAsync(cancellation)), "units.csv");

    [Function("BoardOfficialsTable"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> SaveOfficialsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/officials.csv")] HttpRequest request,
        CancellationToken cancellation) =>
        Table(request, OfficialTableFormat.Write(await registerStore.AllOfficialsAsync(cancellation)), "officials.csv");

    private static IActionResult Table(HttpRequest request, string table, string fileName)
    {
        BoardPages.AddHeaders(request.HttpContext.Response);
        return CsvAnswer.ToResult(table, fileName);
    }

    private static IReadOnlyList<UnreadableCaseLine> UnreadableOf(SubjectRecord entry) =>
        [.. entry.Unreadable.Select(UnreadableCaseLine.Of)];

    private static IReadOnlyList<SubjectSanction> SanctionsOf(SubjectRecord entry, DateOnly today) =>
    [
        .. from record in entry.Cases
           let file = record.State.File
           from sanction in file.Sanctions
           where entry.AnswersFor.Contains(sanction.Subject)
           orderby sanction.Term.From descending
           select new SubjectSanction(
               record.CaseId.Value, file.DocumentNumberOf(sanction.Measure), WhoseOf(sanction.Subject, entry.Subject, file),
               sanction.Measure, sanction.Bars, sanction.Term.From, sanction.Barred is { } barred ? barred.End : sanction.Term.End,
               sanction.StatusOn(today)),
    ];

    private static Bilingual? WhoseOf(Subject barred, Subject shown, CaseFile file) => barred switch
    {
        _ when barred == shown => null,
        Subject.Official(var id) => ($"同一人的另一编号 {id}", $"the same person under {id}"),
        _ => ($"所承继的{CasePageModel.NameOf(barred, file)}", $"of {CasePageModel.NameOf(barred, file)}, whose place it took"),
    };

    private static OfficialRow RowOf(Official official, OfficialPost post, string? unitName, string? address) =>
        new(official.Name, address, post.UnitId.Value, unitName, post.Post, post.Role, post.From, post.To);

    private static (IReadOnlyList<T> Rows, FoundPage Found) Cut<T>(string search, int page, IReadOnlyList<T> found)
    {
        var count = Math.Max(1, (found.Count + RowsPerPage - 1) / RowsPerPage);
        var shown = Math.Min(page, count);
        return ([.. found.Skip((shown - 1) * RowsPerPage).Take(RowsPerPage)], new FoundPage(search, found.Count, shown, count));
    }

    private static string SearchOf(HttpRequest request) => Query.Text(request, "search")?.Trim() ?? "";

    private static bool Has(string search, string name, string id) =>
        TextRule.Shows(name, search) || TextRule.Shows(id, search);

    private static bool IsOfficer(HttpRequest request) => Caller.Of(request).Role == Role.Officer;

    private static bool MaySave(HttpRequest request) => Caller.Of(request).Role is Role.Officer or Role.Auditor;
}
