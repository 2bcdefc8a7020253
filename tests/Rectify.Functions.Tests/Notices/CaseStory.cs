using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Notices;

/// <summary>One case, event by event: what had happened before, what is appended, and which mails follow.</summary>
internal sealed record CaseStory(string Name, CaseEvent[] Given, CaseEvent[] Appended)
{
    public static readonly CaseId Case = new("c-2026-0003");
    public static readonly OfficialId Chen = new("o-1");
    public static readonly OfficialId Lin = new("o-2");

    public static readonly NoticeSettings Settings = new("永平县平安建设领导小组办公室", new Uri("https://rectify.example/"));
    public static readonly Recipient Liaison = new("王敏", "liaison@oubei.example");
    public static readonly Recipient Office = new("永平县平安办", "office@yongping.example");

    public static readonly Addressees Register = new(
        Liaison,
        new Dictionary<OfficialId, Recipient>
        {
            [Chen] = new("陈建国", "chen@oubei.example"),
            [Lin] = new("林晓红", "lin@oubei.example"),
        },
        Office);

    /// <summary>The same people, who read English.</summary>
    public static readonly Addressees EnglishRegister = new(
        Liaison with { Language = MailLanguage.English },
        Register.Leaders.ToDictionary(leader => leader.Key, leader => leader.Value with { Language = MailLanguage.English }),
        Office with { Language = MailLanguage.English });

    public DateTimeOffset At { get; init; } = Instant(2026, 3, 30);

    public IReadOnlyList<Notice> Mails(Addressees? addressees = null)
    {
        var earlier = EventChain.Extend(Case, [], Given, At, "system");
        var entries = EventChain.Extend(Case, earlier, Appended, At, "system");
        return NoticePlan.For(Case, entries, Evolution.Fold(Given), addressees ?? Register, Settings);
    }

    public override string ToString() => Name;

    public static DateTimeOffset Instant(int year, int month, int day) => LocalDay.At(new DateOnly(year, month, day), new TimeOnly(9, 0));

    public static Deadline Due(int year, int month, int day, bool provisional = false) =>
        new(new DateOnly(year, month, day), new DateOnly(year, month, day), provisional);

    public static readonly ListedLeader ChenJianguo = new(Chen, "陈建国", "主任", LeaderRole.Principal);
    public static readonly ListedLeader LinXiaohong = new(Lin, "林晓红", "副主任", LeaderRole.InCharge);
    public static readonly Rulebook Zhejiang = RulebookCatalog.Shipped.Find("zhejiang-2017")!;

    public static CaseEvent.VetoCaseOpened VetoCase(VetoGround ground, DateOnly? eventOn, DateOnly openedOn) => new(
        new ListedUnit(new UnitId("u-oubei"), "瓯北街道办事处"), ground, AccountabilityGround.GraveEvents, eventOn, openedOn,
        CaseSecrets.Facts,
        [ChenJianguo, LinXiaohong],
        "永平安否〔2026〕1号", CaseSecrets.LegalBasis, CaseSecrets.IssuedBy, Zhejiang);

    public static CaseEvent.AdmonitionIssued Admonished(Rung rung, Deadline deadline) => new(
        new ListedUnit(new UnitId("u-oubei"), "瓯北街道办事处"), rung, AccountabilityGround.UnresolvedHotspot, Severity.Ordinary,
        CaseSecrets.Facts, [CaseSecrets.Goal], new DateOnly(2026, 3, 30), new Period.Months(1), deadline,
        [ChenJianguo, LinXiaohong],
        "永平安督〔2026〕2号", CaseSecrets.LegalBasis, CaseSecrets.IssuedBy, Zhejiang);

    public static CaseEvent.UnitListed Listed(Deadline deadline) => new(
        new ListedUnit(new UnitId("u-oubei"), "瓯北街道办事处"), AccountabilityGround.UnresolvedHotspot, Severity.Serious,
        CaseSecrets.Facts, [CaseSecrets.Goal], new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 31), new Period.Months(6), deadline,
        [ChenJianguo, LinXiaohong],
        "永平安督〔2026〕3号", CaseSecrets.LegalBasis, CaseSecrets.IssuedBy, Zhejiang);

    public static CaseEvent.SanctionImposed[] Imposed(Measure measure, DayInterval term)
    {
        var letter = measure == Measure.Listing ? "L" : "V";
        return
        [
            new(new Sanction(new($"{Case}-{letter}0"), new Subject.Unit(new("u-oubei")), Bars.Honour, measure, term)),
            new(new Sanction(new($"{Case}-{letter}1"), new Subject.Official(Chen), Bars.AwardAndPromotion, measure, term)),
            new(new Sanction(new($"{Case}-{letter}2"), new Subject.Official(Lin), Bars.AwardAndPromotion, measure, term)),
        ];
    }
}
