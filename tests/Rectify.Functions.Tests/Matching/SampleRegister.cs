using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Matching;

/// <summary>A register with homonyms, spellings and posts of many kinds, on 30 March 2026.</summary>
internal static class SampleRegister
{
    public static readonly DateOnly Today = new(2026, 3, 30);

    private static readonly Unit[] Units =
    [
        Unit("wz", "温州市", null), Unit("yj", "永嘉县", "wz"), Unit("wc", "文成县", "wz"),
        Unit("yj-oubei", "永嘉县瓯北街道", "yj"), Unit("yj-qiaotou", "永嘉县桥头镇", "yj"), Unit("yj-yantou", "岩头镇", "yj"),
        Unit("yj-ga", "永嘉县公安局", "yj"), Unit("yj-cz", "永嘉县财政局", "yj"), Unit("wc-cz", "文成县财政局", "wc"),
        Unit("yj-wj", "永嘉县卫生健康局", "yj"), Unit("yj-wsj", "永嘉县卫生局", "yj") with { SuccessorUnitId = new UnitId("yj-wj") },
    ];

    private static readonly Official[] Officials =
    [
        Person("o-1", "张三", Post("yj-oubei", "党工委书记", "2024-01-01")),
        Person("o-2", "李四", Post("yj-qiaotou", "镇长", "2023-01-01")),
        // three of one name in three units
        Person("o-3", "王伟", Post("yj-oubei", "党工委副书记", "2024-01-01")),
        Person("o-4", "王伟", Post("yj-qiaotou", "党委委员", "2022-01-01")),
        Person("o-5", "王伟", Post("yj-ga", "副局长", "2020-01-01")),
        // two in units whose names end alike
        Person("o-6", "陈龙", Post("yj-cz", "局长", "2021-01-01")),
        Person("o-7", "陈龙", Post("wc-cz", "局长", "2021-01-01")),
        Person("o-8", "阿卜杜拉·买买提", Post("yj-ga", "民警", "2019-01-01")),
        Person("o-9", "欧阳修远", Post("yj-yantou", "党委书记", "2022-06-01")),
        // one name in two scripts
        Person("o-10", "劉國強", Post("yj-cz", "副局长", "2021-01-01")),
        Person("o-11", "刘国强", Post("yj-yantou", "镇长", "2021-01-01")),
        Person("o-12", "赵小明", Post("yj-qiaotou", "镇长", "2018-01-01", "2022-12-31"), Post("yj-oubei", "办事处主任", "2023-01-01")),
        // told apart by an addition
        Person("o-13", "周杰（大）", Post("yj-oubei", "科员", "2020-01-01")),
        Person("o-14", "周杰（小）", Post("yj-oubei", "科员", "2020-01-01")),
        // one person under two ids
        Person("o-15", "孙悦", Post("yj-ga", "科长", "2018-01-01", "2021-12-31")),
        Person("o-16", "孙悦", Post("yj-cz", "科长", "2022-01-01")),
        Person("o-17", "John Smith", Post("wz", "顾问", "2025-01-01")),
        Person("o-18", "吴桐", Post("yj-wsj", "科长", "2015-01-01")),
        Person("o-19", "郑爽", Post("yj-cz", "科员", "2015-01-01", "2021-12-31")),
        Person("o-20", "林 峰", Post("yj-qiaotou", "科员", "2020-01-01")),
        // two of one name in one unit
        Person("o-21", "黄磊", Post("yj-ga", "所长", "2020-01-01")),
        Person("o-22", "黄磊", Post("yj-ga", "副所长", "2020-01-01")),
        // one was where the other is
        Person("o-23", "徐静", Post("yj-cz", "科员", "2015-01-01", "2019-12-31"), Post("yj-ga", "科员", "2020-01-01")),
        Person("o-24", "徐静", Post("yj-cz", "科长", "2020-01-01")),
        Person("o-25", "陳麗華", Post("yj-oubei", "党工委委员", "2020-01-01")),
        Person("o-26", "瓯北", Post("yj-yantou", "科员", "2020-01-01")),
    ];

    public static RegisterIndex Index { get; } = new(
        Units, Officials,
        new JoinedPersons(
        [
            new YearlyEntry(
                YearlyRecordKind.Joins, new Subject.Official(new OfficialId("o-15")), 1, "o-16",
                new YearlyContent.SamePerson(new OfficialId("o-16")), "调任", "officer", DateTimeOffset.UnixEpoch),
        ]),
        Today);

    /// <summary>Whom the rows of a pasted list mean.</summary>
    public static IReadOnlyList<MatchedRow> Match(string text) => new RowMatcher(Index).Match(PastedRows.Read(text, Index));

    /// <summary>The outcome of a row as in the table of cases: = who is matched, ? who is to choose from, - for unknown.</summary>
    public static string Told(MatchedRow row) => row.Match switch
    {
        RowMatch.Matched(var one) => $"= {Short(one)}",
        RowMatch.ToChoose several => "? " + string.Join(' ', several.Candidates.Select(Short).Order(StringComparer.Ordinal)),
        _ => "-",
    };

    public static Official Person(string id, string name, params OfficialPost[] posts) =>
        new(new OfficialId(id), name, null, default, PostHistory.Of(posts));

    public static OfficialPost Post(string unit, string title, string from, string? to = null) => new(
        new UnitId(unit), title, LeaderRole.Other, DateOnly.ParseExact(from, "yyyy-MM-dd"),
        to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"));

    public static Unit Unit(string id, string name, string? parent) => new(
        new UnitId(id), name, UnitKind.Unit, UnitLevel.County, parent is null ? null : new UnitId(parent),
        new Liaison("联络员", "l@x.example"), null);

    private static string Short(MatchCandidate one) => one.Subject is Subject.Official(var id) ? id.Value : one.Subject.ToString();
}
