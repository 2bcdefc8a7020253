


namespace Rectify.Bench.AzureCost;

/// <summary>The courses that a case may take, each from its opening to its end.</summary>
internal static class Stories
{
    public const string Start = "2026-03-30 09:30";

    /// <summary>A case's course, and the state in which it must end.</summary>
    internal sealed record Story(string Name, string EndsAs, Func<CountedOffice, Task<string>> PlayAsync);

    /// <summary>The one that the target is about.</summary>
    public static Story Vetoed { get; } = new("listing, vetoed", "closed", async office =>
    {
        var caseId = await office.OpenCaseAsync("/api/listings", Listing("yj-oubei", "永平安督〔2026〕3号"));
        await office.AdvanceAsync("2027-10-01 09:00");
        return caseId;
    });

    public static IReadOnlyList<Story> All { get; } =
    [
        Vetoed,
        new("listing, released", "closed", async office =>
        {
            var caseId = await office.OpenCaseAsync("/api/listings", Listing("yj-oubei", "永平安督〔2026〕3号"));
            await office.AdvanceAsync("2026-09-10 10:00");
            await office.DoAsync(caseId, "submission", new { summary = "整改完成" });
            await office.AdvanceAsync("2026-09-16 10:00");
            await office.DoAsync(caseId, "inspection", new { result = "passed", remarks = "达到目标" });
            await office.AdvanceAsync("2026-10-01 09:00");
            return caseId;
        }),
        new("direct veto", "closed", async office =>
        {
            var caseId = await office.OpenCaseAsync("/api/vetoes", new
            {
                unitId = "yj-oubei",
                ground = "graveHarm",
                eventOn = "2026-03-20",
                decidedOn = "2026-03-30",
                facts = "事故造成特别严重后果",
                documentNumber = "永平安督〔2026〕3号",
                legalBasis = "实施办法第二十三条",
            });
            await office.AdvanceAsync("2027-10-01 09:00");
            return caseId;
        }),
    ];

    public static object Listing(string unitId, string documentNumber) => new
    {
        unitId,
        ground = "unresolvedHotspot",
        severity = "serious",
        facts = "问题突出",
        goals = new[] { "整改到位" },
        listedOn = "2026-03-30",
        period = new { months = 6 },
        documentNumber,
        legalBasis = "实施办法第二十一条",
        issuedBy = "永嘉县平安办",
    };
}
