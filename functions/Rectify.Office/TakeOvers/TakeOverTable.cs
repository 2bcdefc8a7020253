using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Office.Admonitions;
using Rectify.Office.Commands;
using Rectify.Office.Listings;
using Rectify.Office.Matching;
using Rectify.Office.Openings;
using Rectify.Office.Register;
using Rectify.Office.Settings;
using Rectify.Office.Vetoes;

namespace Rectify.Office.TakeOvers;

/// <summary>A ledger as offices keep it: a table with one case in each row.</summary>
/// <remarks>What such a ledger does not have, such as the goals of the rectification, is recorded as not told by it.</remarks>
public sealed class TakeOverTable(IRegisterStore registerStore, OpeningLookup openingLookup, OfficeSettings office)
{
    /// <summary>What stands in a case where the former ledger says nothing.</summary>
    internal const string NotTold = "原台账未载";

    private static readonly RegisterColumn Unit = new("unit", "单位");
    private static readonly RegisterColumn Measure = new("measure", "措施");
    private static readonly RegisterColumn Number = new("documentNumber", "文号");
    private static readonly RegisterColumn Day = new("day", "日期");
    private static readonly RegisterColumn Facts = new("facts", "事由");
    private static readonly RegisterColumn PeriodOf = new("period", "期限", ColumnNeed.Optional);
    private static readonly RegisterColumn Ground = new("ground", "事项类别", ColumnNeed.Optional);
    private static readonly RegisterColumn GroundOfVeto = new("vetoGround", "否决情形", ColumnNeed.Optional);
    private static readonly RegisterColumn EventOn = new("eventOn", "事件日", ColumnNeed.Optional);
    private static readonly RegisterColumn ReceivedOn = new("receivedOn", "收文日", ColumnNeed.Optional);
    private static readonly RegisterColumn Goals = new("goals", "整改目标", ColumnNeed.Optional);
    private static readonly RegisterColumn Basis = new("legalBasis", "依据", ColumnNeed.Optional);
    private static readonly RegisterColumn Issuer = new("issuedBy", "签发机关", ColumnNeed.Optional);
    private static readonly RegisterColumn Persons = new("officials", "责任人", ColumnNeed.Optional);
    private static readonly RegisterColumn ExtendedTo = new("extendedTo", "延期至", ColumnNeed.Optional);
    private static readonly RegisterColumn ExtendedOn = new("extendedOn", "延期日", ColumnNeed.Optional);
    private static readonly RegisterColumn SuspendedOn = new("suspendedOn", "中止日", ColumnNeed.Optional);
    private static readonly RegisterColumn ResumedOn = new("resumedOn", "恢复日", ColumnNeed.Optional);
    private static readonly RegisterColumn SubmittedOn = new("submittedOn", "报告日", ColumnNeed.Optional);
    private static readonly RegisterColumn ReleasedOn = new("releasedOn", "解除日", ColumnNeed.Optional);
    private static readonly RegisterColumn ReleaseNumber = new("releaseNumber", "解除文号", ColumnNeed.Optional);
    private static readonly RegisterColumn VetoedOn = new("vetoDecidedOn", "否决日", ColumnNeed.Optional);
    private static readonly RegisterColumn VetoNumber = new("vetoNumber", "否决文号", ColumnNeed.Optional);
    private static readonly RegisterColumn RevokedOn = new("revokedOn", "撤销日", ColumnNeed.Optional);

    /// <summary>The columns, in the order in which they are explained.</summary>
    public static IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        Unit, Measure, Number, Day, Facts, PeriodOf, Ground, GroundOfVeto, EventOn, ReceivedOn, Goals, Basis, Issuer, Persons, ExtendedTo,
        ExtendedOn, SuspendedOn, ResumedOn, SubmittedOn, ReleasedOn, ReleaseNumber, VetoedOn, VetoNumber, RevokedOn,
    ];

    private static readonly IReadOnlyDictionary<Rung, string> Measures =
        Enum.GetValues<Rung>().ToDictionary(rung => rung, rung => Names.Of(rung, Language.Chinese));

    private static readonly IReadOnlyDictionary<AccountabilityGround, string> Grounds =
        Enum.GetValues<AccountabilityGround>().ToDictionary(ground => ground, ground => Names.Of(ground, Language.Chinese));

    // A veto counts from another day by its ground: without one the bar would be a guess.
    private static readonly IReadOnlyDictionary<DirectVetoGround, string> VetoGrounds = new Dictionary<DirectVetoGround, string>
    {
        [DirectVetoGround.GraveHarm] = Names.Of(VetoGround.GraveHarm, Language.Chinese),
        [DirectVetoGround.TwoYearAssessment] = Names.Of(VetoGround.TwoYearAssessment, Language.Chinese),
        [DirectVetoGround.Other] = Names.Of(VetoGround.Other, Language.Chinese),
    };

    /// <summary>The cases of the rows. What is wrong with a cell is collected in its row.</summary>
    public async Task<IReadOnlyList<PastCaseBody>> ReadAsync(IReadOnlyList<RegisterRow> rows, CancellationToken cancellation)
    {
        var units = (await registerStore.AllUnitsAsync(cancellation)).ToList();
        var byId = units.ToDictionary(unit => unit.UnitId.Value, StringComparer.Ordinal);
        var byName = units.ToLookup(unit => NameKey.OfUnit(unit.Name), StringComparer.Ordinal);
        List<PastCaseBody> cases = [];
        foreach (var row in rows)
        {
            var text = row.Text(Unit).Trim();
            var unit = byId.GetValueOrDefault(text) ?? (byName[NameKey.OfUnit(text)].ToList() is [var only] ? only : null);
            if (unit is null) row.Reject(Unit, RowMessages.UnknownUnit);
            cases.Add(await ReadAsync(row, unit, cancellation));
        }

        return cases;
    }

    /// <summary>The column of a member that the rules refuse; that of the number for a member that no column holds.</summary>
    public static RegisterColumn ColumnOf(string member)
    {
        var name = member.Split('.')[^1];
        return Columns.FirstOrDefault(column => column.Name == name) ?? name switch
        {
            "unitId" => Unit,
            "listedOn" or "issuedOn" or "decidedOn" or "opening" => Day,
            "dueOn" or "by" => member.StartsWith("acts", StringComparison.Ordinal) ? ExtendedTo : PeriodOf,
            "inspectedOn" => ReleasedOn,
            _ => Number,
        };
    }

    private async Task<PastCaseBody> ReadAsync(RegisterRow row, Unit? unit, CancellationToken cancellation)
    {
        var (rung, day) = (row.Member(Measure, Measures), row.Day(Day) ?? default);
        var (number, facts) = (row.Line200(Number), Told(row, Facts));
        var (basis, issuer) = (Told(row, Basis), row.Text(Issuer).Trim() is { Length: > 0 } body ? body : office.Name);
        var ground = row.MemberOrNull(Ground, Grounds) ?? AccountabilityGround.Other;
        var named = unit is null ? null : await NamedAsync(row, unit.UnitId, day, cancellation);
        var id = unit?.UnitId ?? default;
        var acts = Acts(row, rung, day);
        var (happened, received) = (row.Day(EventOn), row.Day(ReceivedOn));
        return rung switch
        {
            Rung.Veto => new PastCaseBody(
                Veto: new DirectVetoBody(
                    id, row.Member(GroundOfVeto, VetoGrounds), day, facts, basis, EventOn: happened, AccountabilityGround: ground,
                    DocumentNumber: number, IssuedBy: issuer, Officials: named),
                Acts: acts),
            Rung.Listing => new PastCaseBody(
                Listing: new ListingBody(
                    id, ground, facts, day, [Told(row, Goals)], basis, issuer, DocumentNumber: number, Officials: named,
                    Period: PeriodIn(row), ReceivedOn: received, EventOn: happened),
                Acts: acts),
            _ => new PastCaseBody(
                Admonition: new AdmonitionBody(
                    id, rung == Rung.Talk ? LowerRung.Talk : LowerRung.Notice, ground, facts, day, [Told(row, Goals)], basis, issuer,
                    DocumentNumber: number, Officials: named, Period: PeriodIn(row), ReceivedOn: received, EventOn: happened),
                Acts: acts),
        };
    }

    // In the order of their days; of one day in the order in which such things follow each other.
    private IReadOnlyList<PastActBody> Acts(RegisterRow row, Rung rung, DateOnly day)
    {
        List<PastActBody> acts = [];
        if (row.Day(ExtendedTo) is { } until)
        {
            if (row.Day(ExtendedOn) is not { } on) row.Reject(ExtendedOn, TakeOverRequestMessages.DayNeeded);
            else acts.Add(new PastActBody(on, Extension: new ExtensionBody(NotTold, NotTold, DueOn: until)));
        }

        if (row.Day(SuspendedOn) is { } suspended) acts.Add(new PastActBody(suspended, Suspension: new SuspensionBody(NotTold)));
        if (row.Day(ResumedOn) is { } resumed) acts.Add(new PastActBody(resumed, Resumption: new ResumptionBody(NotTold)));
        var released = row.Day(ReleasedOn);
        if ((row.Day(SubmittedOn) ?? released) is { } submitted)
            acts.Add(new PastActBody(submitted, Submission: new SubmissionBody(NotTold)));
        if (released is { } passed)
        {
            var number = rung == Rung.Listing ? Optional(row, ReleaseNumber) : null;
            acts.Add(new PastActBody(passed, Inspection: new InspectionBody(InspectionResult.Passed, NotTold, DocumentNumber: number)));
        }

        if (row.Day(VetoedOn) is { } vetoed)
        {
            var verdict = Optional(row, VetoNumber) is { } number ? number : null;
            if (verdict is null) row.Reject(VetoNumber, TakeOverRequestMessages.NumberOfVeto);
            // Where the veto takes effect by itself, the committee has confirmed it.
            var confirms = openingLookup.Rulebook(null, day, "day").Try(out var rulebook, out _)
                && rulebook.Escalation == Escalation.Automatic;
            acts.Add(new PastActBody(vetoed, VetoDecision: new VetoDecisionBody(
                confirms ? VetoVerdict.Confirm : VetoVerdict.Impose, NotTold, DocumentNumber: verdict)));
        }

        if (row.Day(RevokedOn) is { } revoked)
        {
            var measure = rung switch
            {
                Rung.Veto => RevokedMeasure.Veto,
                Rung.Listing => RevokedMeasure.Listing,
                _ => RevokedMeasure.Admonition,
            };
            acts.Add(new PastActBody(revoked, Revocation: new RevocationBody(measure, EffectOfRevocation.FromDate, NotTold, NotTold)));
        }

        return [.. acts.OrderBy(act => act.On)];
    }

    // 3, 3个月 or the day itself.
    private static Period? PeriodIn(RegisterRow row)
    {
        var text = row.Text(PeriodOf).Trim().Replace("个月", "", StringComparison.Ordinal);
        if (text.Length == 0) return null;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var months))
        {
            if (months is >= 1 and <= Period.Months.Max) return new Period.Months(months);
            row.Reject(PeriodOf, TakeOverRequestMessages.Months.With(Period.Months.Max));
            return null;
        }

        return row.Day(PeriodOf) is { } day ? new Period.Until(day) : null;
    }

    // Null for those whom the register has in a sanctioned role on the day.
    private async Task<IReadOnlyList<NamedOfficial>?> NamedAsync(
        RegisterRow row, UnitId unit, DateOnly day, CancellationToken cancellation)
    {
        var names = row.Text(Persons).Split(
            ['、', '，', ',', '；', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0) return null;

        var holders = await registerStore.HoldersOnAsync(unit, day, Enum.GetValues<LeaderRole>(), cancellation);
        List<NamedOfficial> named = [];
        foreach (var name in names)
        {
            var found = holders.Where(holder => holder.OfficialId.Value == name || NameKey.Of(holder.Name) == NameKey.Of(name)).ToList();
            if (found.DistinctBy(holder => holder.OfficialId).ToList() is [var only])
                named.Add(new NamedOfficial(only.OfficialId, only.Role));
            else row.Reject(Persons, TakeOverRequestMessages.NotInOffice.With(name, day));
        }

        return named;
    }

    private static string? Optional(RegisterRow row, RegisterColumn column) =>
        row.Text(column).Trim() is { Length: > 0 } text ? text : null;

    private static string Told(RegisterRow row, RegisterColumn column) => Optional(row, column) ?? NotTold;
}
