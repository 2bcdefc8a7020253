using Rectify.Domain.Cases;
using static Rectify.Domain.Tests.Cases.Sample;

namespace Rectify.Domain.Tests.Cases;

public class EventChainTests
{
    private static readonly DateTimeOffset At = Instant("2026-03-30 10:00");

    private static List<StoredEvent> Whole() =>
        [.. EventChain.Extend(TheCase, [], SampleEvents.ByName.Values.Take(6), At, "officer:zhang")];

    [Fact]
    public void A_chain_is_numbered_from_1_and_links_each_entry_to_the_one_before()
    {
        var first = EventChain.Extend(TheCase, [], SampleEvents.ByName.Values.Take(2), At, "officer:zhang");
        var all =
            first.Concat(EventChain.Extend(TheCase, first, SampleEvents.ByName.Values.Skip(2).Take(2), At.AddDays(1), "system")).ToList();

        Assert.Equal([1, 2, 3, 4], all.Select(entry => entry.Sequence));
        Assert.Equal(["", .. all.Take(3).Select(entry => entry.Hash)], all.Select(entry => entry.PreviousHash));
        Assert.All(all, entry => Assert.Matches("^[0-9a-f]{64}$", entry.Hash));
        Assert.Null(EventChain.FirstBreak(all));
        Assert.Null(EventChain.FirstBreak([]));
    }

    [Fact]
    public void The_hash_of_an_entry_stays_the_same_for_ever() =>
        Assert.Equal(
            "7451fc782744ea4aa824c74af74b5202ee016c80fb7706b855031ff3fa7f52c8",
            EventChain.Extend(TheCase, [], [new CaseEvent.DeadlineMissed(new(2026, 9, 30))], At, "system")[0].Hash);

    [Fact]
    public void An_instant_counts_and_not_the_offset_in_which_it_is_given() =>
        Assert.Equal(
            EventChain.Extend(TheCase, [], [new CaseEvent.CaseClosed()], At.ToOffset(TimeSpan.FromHours(-5)), "system"),
            EventChain.Extend(TheCase, [], [new CaseEvent.CaseClosed()], At, "system"));

    public static TheoryData<string> Members => ["caseId", "sequence", "type", "at", "actor", "data", "previousHash", "hash"];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_changed_member_is_found_in_every_entry(string member)
    {
        for (var index = 0; index < Whole().Count; index++)
        {
            var stream = Whole();
            var entry = stream[index];
            stream[index] = member switch
            {
                "caseId" => entry with { CaseId = new("c-2") },
                "sequence" => entry with { Sequence = entry.Sequence + 1 },
                "type" => entry with { Type = "caseClosed" },
                "at" => entry with { At = entry.At.AddTicks(1) },
                "actor" => entry with { Actor = "officer:li" },
                "data" => entry with { Data = entry.Data + " " },
                "previousHash" => entry with { PreviousHash = new string('0', 64) },
                _ => entry with { Hash = new string('0', 64) },
            };

            Assert.Equal(index + 1, EventChain.FirstBreak(stream));
        }
    }

    // Text that moves from one member to the next gives another hash: actor "a" on data "b" is not actor "ab".
    [Fact]
    public void Text_does_not_slip_from_one_member_into_the_next()
    {
        var stream = Whole();
        stream[2] = stream[2] with { Actor = stream[2].Actor + stream[2].Data[..1], Data = stream[2].Data[1..] };

        Assert.Equal(3, EventChain.FirstBreak(stream));
    }

    [Fact]
    public void A_missing_entry_is_found()
    {
        for (var index = 0; index < Whole().Count - 1; index++)
        {
            var stream = Whole();
            stream.RemoveAt(index);
            Assert.Equal(index + 1, EventChain.FirstBreak(stream));
        }
    }

    [Fact]
    public void Swapped_entries_are_found()
    {
        for (var index = 0; index < Whole().Count - 1; index++)
        {
            var stream = Whole();
            (stream[index], stream[index + 1]) = (stream[index + 1], stream[index]);
            Assert.Equal(index + 1, EventChain.FirstBreak(stream));
        }
    }

    [Fact]
    public void An_inserted_entry_is_found_even_if_it_is_linked_to_the_one_before()
    {
        for (var index = 1; index < Whole().Count; index++)
        {
            var stream = Whole();
            stream.InsertRange(index, EventChain.Extend(TheCase, stream[..index], [new CaseEvent.CaseClosed()], At, "system"));
            Assert.Equal(index + 2, EventChain.FirstBreak(stream));
        }
    }

    // Only the link of the next entry tells: the rewritten one has a correct number and a correct hash of its own.
    [Fact]
    public void An_entry_that_was_rewritten_with_a_hash_of_its_own_is_found_at_the_next()
    {
        for (var index = 0; index < Whole().Count - 1; index++)
        {
            var stream = Whole();
            stream[index] = EventChain.Extend(TheCase, stream[..index], [new CaseEvent.CaseClosed()], At, "system")[0];
            Assert.Equal(index + 2, EventChain.FirstBreak(stream));
        }
    }

    [Fact]
    public void An_entry_never_carries_an_instant_before_the_one_it_follows()
    {
        var first = EventChain.Extend(
            Sample.TheCase, [], [SampleEvents.ByName["unitListed"]], Sample.Instant("2026-04-08 10:00"), "officer");
        var second = EventChain.Extend(
            Sample.TheCase, first, [SampleEvents.ByName["clockSuspended"]], Sample.Instant("2026-03-25 10:00"), "officer");

        Assert.Equal(first[0].At, second[0].At);
        Assert.Equal(Sample.Day("2026-04-08"), CaseStory.Context("2026-03-25 10:00").After(first).Today);
        Assert.Equal(Sample.Day("2026-04-09"), CaseStory.Context("2026-04-09 10:00").After(first).Today);
        Assert.Null(EventChain.FirstBreak([.. first, .. second]));
    }
}
