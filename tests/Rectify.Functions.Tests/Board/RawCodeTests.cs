using System.Text.RegularExpressions;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>Pages speak the reader's language: names and titles, and nothing that only the program calls so.</summary>
public sealed partial class RawCodeTests
{
    [Fact]
    public async Task No_page_shows_an_actor_a_subject_or_a_rulebook_by_its_code()
    {
        await using var app = await App.StartAsync("2026-03-30 09:30", Boards.Keys);
        var caseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-10-08 09:00");
        await app.DoAsync(caseId, "revocation",
            new { measure = "sanction", sanctionId = $"{caseId}-V1", effect = "void", reason = "认定有误", decidedBy = "县委" });
        using var officer = await app.OfficerAsync();
        using var unit = await app.SignedInAsync("unit-key-of-the-tests");
        await officer.GetAsync("/board");

        List<string> found = [];
        foreach (var (browser, page) in new[]
        {
            (officer, "/board"), (unit, "/board"), (officer, "/board?changes=all"), (officer, "/board/cases"),
            (officer, $"/board/cases/{caseId}"), (unit, $"/board/cases/{caseId}"), (officer, "/board/sanctions"),
            (officer, $"/board/outbox?caseId={caseId}"), (officer, "/board/calendar?year=2027"),
            (officer, "/board/units"), (officer, "/board/units/yj-oubei"), (officer, "/board/officials"), (officer, "/board/officials/o-1"),
            (officer, "/board/yearly-cycle"), (officer, "/board/consultations"), (officer, "/board/audit?check=yes"),
            (officer, "/board/health"), (officer, "/board/search?q=1"), (officer, "/board/cases/none"), (officer, "/board/nowhere"),
            (officer, $"/board/cases/{caseId}/correction"), (officer, "/board/listings/new?unitId=yj-oubei"),
        })
        {
            var answer = await browser.GetAsync(page);
            var main = PageForm.Parse(answer.Text).QuerySelector("main")!;
            foreach (var code in main.QuerySelectorAll("code, input, textarea").ToList()) code.Remove();
            found.AddRange(Code.Matches(main.TextContent).Select(match => $"{page}: {match.Value}"));
        }

        Assert.Empty(found);
    }

    // Actors and subjects with their kind, the actor of what happens by itself, editions of shipped rulebooks, members of the interface.
    [GeneratedRegex(
        @"\b(officer|unit|reader|auditor|consulting|official):[^\s，。）]*|\bsystem\b|\b(zhejiang|henan)-\d{4}(-\d)?"
        + @"|\b[a-z]+[A-Z][A-Za-z]+\b")]
    private static partial Regex Code { get; }
}
