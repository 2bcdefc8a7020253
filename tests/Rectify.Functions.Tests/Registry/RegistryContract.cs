using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Tests.Registry;

/// <summary>What every register of units and officials promises.</summary>
public abstract class RegistryContract : StorageContract
{
    private static readonly Unit Oubei = new(
        new UnitId("yj-oubei"), "鸥北街道", UnitKind.Locality, UnitLevel.Township, new UnitId("yj"),
        new Liaison("林晓梅", "linxm@example.cn"), "duban@example.cn");

    private static readonly Official Zhang = new(
        new OfficialId("p-1001"), "张伟", "zhangw@example.cn", Oubei.UnitId, "街道办事处主任", LeaderRole.Principal,
        new DateOnly(2024, 2, 29), new DateOnly(2026, 12, 31));

    [Fact]
    public async Task Who_is_not_in_the_register_is_not_found()
    {
        Assert.Null(await Registry.FindUnitAsync(Oubei.UnitId, Cancellation));
        Assert.Null(await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation));
    }

    [Fact]
    public async Task A_unit_reads_back_as_it_was_put_and_is_new_only_once()
    {
        var bare = Oubei with
        {
            Liaison = Oubei.Liaison with { Language = MailLanguage.English },
            ParentUnitId = null,
            SupervisorEmail = null,
            Kind = UnitKind.Department,
            Level = UnitLevel.Province,
        };

        Assert.True(await Registry.PutUnitAsync(Oubei, Cancellation));
        Assert.Equal(Oubei, await Registry.FindUnitAsync(Oubei.UnitId, Cancellation));
        Assert.False(await Registry.PutUnitAsync(bare, Cancellation));
        Assert.Equal(bare, await Registry.FindUnitAsync(Oubei.UnitId, Cancellation));
        Assert.Equal([bare], (await Registry.ListUnitsAsync(10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task An_official_reads_back_as_put_and_is_new_only_once()
    {
        var moved = Zhang with
        {
            Language = MailLanguage.English,
            Posts = PostHistory.Of(Zhang.MainPost with
            {
                UnitId = new UnitId("yj-qiaotou"),
                To = null,
                Role = LeaderRole.DirectlyLiable,
                Responsibility = Responsibility.Direct,
            }),
        };

        Assert.True(await Registry.PutOfficialAsync(Zhang, Cancellation));
        Assert.Equal(Zhang, await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation));
        Assert.False(await Registry.PutOfficialAsync(moved, Cancellation));
        Assert.Equal(moved, await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation));
        Assert.Empty((await Registry.ListOfficialsAsync(Oubei.UnitId, 10, null, Cancellation)).Items);
    }

    [Fact]
    public async Task An_official_reads_back_with_every_post_and_the_main_one_among_them()
    {
        OfficialPost[] posts =
        [
            new(new("yj-qiaotou"), "副镇长", LeaderRole.InCharge, new(2025, 6, 1), null, Responsibility.Direct),
            Zhang.MainPost with { To = null },
            new(new("yj-qiaotou"), "\"'副科长", LeaderRole.Other, new(2019, 1, 1), new(2024, 2, 28)),
        ];
        var several = Zhang with { Posts = PostHistory.Of(posts, posts[1]) };

        await Registry.PutOfficialAsync(Zhang, Cancellation);
        Assert.True(await Registry.ReplaceOfficialAsync(Zhang, several, Cancellation));

        var found = await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation);
        Assert.Equal(several, found);
        Assert.Equal((Zhang.MainPost.Post, new DateOnly(2019, 1, 1)), (found!.MainPost.Post, found.Posts[0].From));
        Assert.Equal([several], await Registry.OfficialsOfAsync(new UnitId("yj-qiaotou"), Cancellation));
        Assert.Equal([several], await Registry.OfficialsOfAsync(Oubei.UnitId, Cancellation));
        Assert.False(await Registry.ReplaceOfficialAsync(Zhang, Zhang with { Name = "张三" }, Cancellation));
        Assert.True(await Registry.ReplaceOfficialAsync(several, several with { Posts = PostHistory.Of(posts, posts[0]) }, Cancellation));
        Assert.Equal("副镇长", (await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation))!.MainPost.Post);
    }

    [Fact]
    public async Task Who_held_office_in_a_unit_on_a_day_is_found_whenever_it_is_asked()
    {
        IReadOnlyList<LeaderRole> roles = [LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge];
        await PutAsync(
            "p1",
            Post("书记", LeaderRole.Principal, "2024-01-01", "2026-03-14"),
            Post("主任", LeaderRole.Principal, "2026-03-15", null, "yj-qiaotou"));
        await PutAsync("p2", Post("主任", LeaderRole.Principal, "2026-03-15"));
        await PutAsync("p3", Post("副主任", LeaderRole.InCharge, "2024-01-01"), Post("政法委员", LeaderRole.Supervising, "2025-01-01"));
        await PutAsync("p4", Post("科员", LeaderRole.Other, "2020-01-01"));
        await PutAsync(
            "p5",
            Post("副主任", LeaderRole.InCharge, "2020-01-01", "2021-12-31"),
            Post("副主任", LeaderRole.InCharge, "2026-06-01", "2026-06-30"));

        async Task<string> OnAsync(string day)
        {
            var holders = await Registry.HoldersOnAsync(Oubei.UnitId, DateOnly.Parse(day), roles, Cancellation);
            return string.Join(" ", holders.Select(
                holder => $"{holder.OfficialId}:{holder.Post}:{holder.Role}:{holder.Since:yyyy-MM-dd}"));
        }

        Assert.Equal("p1:书记:Principal:2024-01-01 p3:政法委员:Supervising:2025-01-01", await OnAsync("2026-03-14"));
        Assert.Equal("p2:主任:Principal:2026-03-15 p3:政法委员:Supervising:2025-01-01", await OnAsync("2026-03-15"));
        Assert.Equal("p1:书记:Principal:2024-01-01 p3:副主任:InCharge:2024-01-01", await OnAsync("2024-12-31"));
        Assert.Equal("p5:副主任:InCharge:2020-01-01", await OnAsync("2021-12-31"));
        Assert.Equal("", await OnAsync("2022-01-01"));
        Assert.Contains("p5:副主任:InCharge:2026-06-01", await OnAsync("2026-06-30"));
        Assert.DoesNotContain("p5", await OnAsync("2026-07-01"));
        var later = await Registry.HoldersOnAsync(new UnitId("yj-qiaotou"), new(2027, 1, 1), roles, Cancellation);
        Assert.Equal("p1", Assert.Single(later).OfficialId.Value);
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_entry_one_replaces_it()
    {
        var units = Enumerable.Range(0, 20).Select(number => Oubei with { Name = $"第{number}街道" }).ToList();
        var officials = Enumerable.Range(0, 20)
            .Select(number => Zhang with { Posts = PostHistory.Of(Zhang.MainPost with { Post = $"第{number}职务" }) })
            .ToList();

        // Nobody stands there yet; then one of the twenty does.
        Unit? seenUnit = null;
        Official? seenOfficial = null;
        for (var round = 0; round < 2; round++)
        {
            var unitsPut = await Task.WhenAll(units.Select(unit => Registry.ReplaceUnitAsync(seenUnit, unit, Cancellation)));
            var officialsPut =
                await Task.WhenAll(officials.Select(official => Registry.ReplaceOfficialAsync(seenOfficial, official, Cancellation)));

            seenUnit = units[Assert.Single(Enumerable.Range(0, 20), number => unitsPut[number])];
            seenOfficial = officials[Assert.Single(Enumerable.Range(0, 20), number => officialsPut[number])];
            Assert.Equal(seenUnit, await Registry.FindUnitAsync(Oubei.UnitId, Cancellation));
            Assert.Equal(seenOfficial, await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation));
            units.Remove(seenUnit);
            units.Add(Oubei);
            officials.Remove(seenOfficial);
            officials.Add(Zhang);
        }
    }

    [Fact]
    public async Task Units_are_listed_by_id_in_parts()
    {
        foreach (var id in (string[])["u3", "u1", "u10", "u2", "U1"])
            await Registry.PutUnitAsync(Oubei with { UnitId = new UnitId(id) }, Cancellation);

        var listed = await WalkAsync(continuation => Registry.ListUnitsAsync(2, continuation, Cancellation));

        Assert.Equal(["U1", "u1", "u10", "u2", "u3"], listed.Select(unit => unit.UnitId.Value));
    }

    [Fact]
    public async Task Officials_are_listed_by_id_in_parts_all_or_of_one_unit()
    {
        foreach (var id in (string[])["p5", "p3", "p1", "p2", "p4"])
        {
            var unit = id is "p2" or "p4" ? "yj-qiaotou" : "yj-oubei";
            var posts = PostHistory.Of(Zhang.MainPost with { UnitId = new UnitId(unit) });
            await Registry.PutOfficialAsync(Zhang with { OfficialId = new OfficialId(id), Posts = posts }, Cancellation);
        }

        var all = await WalkAsync(continuation => Registry.ListOfficialsAsync(null, 2, continuation, Cancellation));
        var ofUnit = await WalkAsync(continuation => Registry.ListOfficialsAsync(Oubei.UnitId, 1, continuation, Cancellation));

        Assert.Equal(["p1", "p2", "p3", "p4", "p5"], all.Select(official => official.OfficialId.Value));
        Assert.Equal(["p1", "p3", "p5"], ofUnit.Select(official => official.OfficialId.Value));
    }

    [Fact]
    public async Task Many_are_found_at_once_and_the_unknown_are_left_out()
    {
        await Registry.PutUnitAsync(Oubei, Cancellation);
        await Registry.PutOfficialAsync(Zhang, Cancellation);

        Assert.Equal([Oubei], await Registry.FindUnitsAsync([new UnitId("none"), Oubei.UnitId, Oubei.UnitId], Cancellation));
        Assert.Equal([Zhang], await Registry.FindOfficialsAsync([Zhang.OfficialId, new OfficialId("none")], Cancellation));
        Assert.Empty(await Registry.FindUnitsAsync([], Cancellation));
        Assert.Empty(await Registry.FindOfficialsAsync([], Cancellation));
    }

    [Fact]
    public async Task Officials_are_found_by_their_exact_names()
    {
        var names = Enumerable.Range(0, 30).Select(number => $"干部'{number}\"").ToList();
        foreach (var (number, name) in names.Index())
            await Registry.PutOfficialAsync(Zhang with { OfficialId = new OfficialId($"p{number}"), Name = name }, Cancellation);

        await Registry.PutOfficialAsync(Zhang with { OfficialId = new OfficialId("twin"), Name = names[3] }, Cancellation);

        var found = await Registry.FindNamedAsync([names[3], "无此人", "干部"], Cancellation);
        Assert.Equal(["p3", "twin"], found.Select(official => official.OfficialId.Value).Order(StringComparer.Ordinal));
        Assert.Equal(31, (await Registry.FindNamedAsync(names, Cancellation)).Count);
        Assert.Empty(await Registry.FindNamedAsync([], Cancellation));
    }

    [Fact]
    public async Task Many_are_put_at_once_over_what_was_there()
    {
        await Registry.PutUnitAsync(Oubei with { Name = "旧名" }, Cancellation);

        await Registry.PutAllAsync([Oubei, Oubei with { UnitId = new UnitId("u2") }], [Zhang], Cancellation);

        Assert.Equal([Oubei.UnitId.Value, "u2"],
            (await Registry.ListUnitsAsync(10, null, Cancellation)).Items.Select(unit => unit.UnitId.Value).OrderDescending());
        Assert.Equal(Oubei, await Registry.FindUnitAsync(Oubei.UnitId, Cancellation));
        Assert.Equal(Zhang, await Registry.FindOfficialAsync(Zhang.OfficialId, Cancellation));
    }

    [Fact]
    public async Task A_unit_names_the_one_that_took_its_place()
    {
        var merged = Oubei with { UnitId = new UnitId("u-old"), SuccessorUnitId = Oubei.UnitId };
        await Registry.PutUnitAsync(Oubei, Cancellation);
        await Registry.PutUnitAsync(merged, Cancellation);

        Assert.Equal(merged, await Registry.FindUnitAsync(merged.UnitId, Cancellation));
        Assert.Equal([merged], await Registry.SucceededUnitsAsync(Cancellation));
        await Registry.PutUnitAsync(merged with { SuccessorUnitId = null }, Cancellation);
        Assert.Empty(await Registry.SucceededUnitsAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("Y2FzZXM6MQ")]
    public async Task A_malformed_continuation_is_refused(string continuation)
    {
        await Assert.ThrowsAsync<FormatException>(() => Registry.ListUnitsAsync(10, continuation, Cancellation));
        await Assert.ThrowsAsync<FormatException>(() => Registry.ListOfficialsAsync(null, 10, continuation, Cancellation));
    }

    private static OfficialPost Post(string title, LeaderRole role, string from, string? to = null, string unit = "yj-oubei") =>
        new(new(unit), title, role, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));

    private Task<bool> PutAsync(string id, params OfficialPost[] posts) =>
        Registry.PutOfficialAsync(Zhang with { OfficialId = new OfficialId(id), Posts = PostHistory.Of(posts) }, Cancellation);

    private static async Task<List<T>> WalkAsync<T>(Func<string?, Task<Slice<T>>> part)
    {
        List<T> all = [];
        string? continuation = null;
        do
        {
            var slice = await part(continuation);
            Assert.NotEmpty(slice.Items);
            all.AddRange(slice.Items);
            continuation = slice.Continuation;
        }
        while (continuation is not null);
        return all;
    }
}
