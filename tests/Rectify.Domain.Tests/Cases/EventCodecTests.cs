using System.Text.Json;
using Rectify.Domain.Cases;

namespace Rectify.Domain.Tests.Cases;

/// <summary>Stored events are a public format: what was once written is read for ever.</summary>
public class EventCodecTests
{
    public static TheoryData<string> Names => [.. EventCodec.Names];

    [Fact]
    public void Every_event_has_a_name_and_a_sample()
    {
        var members = typeof(CaseEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).ToHashSet();

        Assert.Equal(members, [.. SampleEvents.ByName.Values.Select(sample => sample.GetType())]);
        Assert.Equal(EventCodec.Names.Order(), SampleEvents.ByName.Values.Select(EventCodec.Name).Order());
        Assert.Equal(members.Count, EventCodec.Names.Count);
        Assert.All(SampleEvents.ByName, sample => Assert.Equal(sample.Key, EventCodec.Name(sample.Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_reads_back_as_it_was_written(string name)
    {
        var written = EventCodec.Encode(SampleEvents.ByName[name]);
        var read = EventCodec.Decode(name, written);

        Assert.Equal(SampleEvents.ByName[name].GetType(), read.GetType());
        Assert.Equal(written, EventCodec.Encode(read));
    }

    // A failure here means that stored cases can no longer be read: change the code, or add a version, never the file.
    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_stored_by_version_1_decodes_to_the_same_value(string name) =>
        Assert.Equal(EventCodec.Encode(SampleEvents.ByName[name]), EventCodec.Encode(EventCodec.Decode(name, Golden(name))));

    public static TheoryData<string> LaterVersions => [.. SampleEvents.LaterVersions.Keys];

    [Theory]
    [MemberData(nameof(LaterVersions))]
    public void An_event_stored_by_a_later_version_decodes_to_the_same_value(string file)
    {
        var name = file.Split('.')[0];

        Assert.Equal(EventCodec.Encode(SampleEvents.LaterVersions[file]), EventCodec.Encode(EventCodec.Decode(name, Stored(file))));
        Assert.NotEqual(Stored(file), Golden(name));
    }

    [Fact]
    public void Optional_members_are_told_apart_from_absent_values()
    {
        var listed = (CaseEvent.UnitListed)EventCodec.Decode("unitListed", Golden("unitListed"));
        var open = listed with
        {
            ReceivedOn = null,
            Leaders = [],
            Goals = [],
            Rulebook = listed.Rulebook with { ValidTo = null, Extension = null },
        };
        var read = (CaseEvent.UnitListed)EventCodec.Decode("unitListed", EventCodec.Encode(open));

        Assert.Equal((null, null, null), (read.ReceivedOn, read.Rulebook.ValidTo, read.Rulebook.Extension));
        Assert.Equal((0, 0), (read.Leaders.Count, read.Goals.Count));
    }

    // What is computed from stored members is not stored: it could not be renamed without losing every case.
    [Theory]
    [InlineData("sanctionImposed", "barred")]
    [InlineData("unitListed", "expiresAt")]
    [InlineData("listingContinued", "expiresAt")]
    public void Nothing_computed_is_stored(string name, string member) =>
        Assert.DoesNotContain($"\"{member}\"", EventCodec.Encode(SampleEvents.ByName[name]));

    [Theory]
    [InlineData("unitDelisted", "{}", "unitDelisted")]
    [InlineData("UnitListed", "{}", "UnitListed")]
    [InlineData("deadlineMissed", "null", "deadlineMissed")]
    [InlineData("deadlineMissed", "{}", "deadline")]
    [InlineData("deadlineMissed", """{"deadline":null}""", "null")]
    [InlineData("deadlineMissed", """{"deadline":"2026-09-31"}""", "2026-09-31")]
    [InlineData("deadlineMissed", """{"deadline":"2026-09-30","who":"x"}""", "who")]
    [InlineData("sanctionExpired", """{"measure":"warning","lastDay":"2026-09-30"}""", "warning")]
    [InlineData("sanctionExpired", """{"measure":1,"lastDay":"2026-09-30"}""", "1")]
    [InlineData("vetoImposed", """{"ground":"deadlineMissed","term":{"from":"2026-09-30","to":"2026-09-29"},"legalBasis":"x"}""",
        "2026-09-29")]
    [InlineData("measureRevoked", """{"measure":"veto","revocation":{"effect":"later"},"reason":"x","decidedBy":"y"}""", "later")]
    [InlineData("sanctionImposed",
        """{"sanction":{"id":"s","subject":"mayor:1","bars":"honour","measure":"veto","term":{"from":"2026-09-30","to":"2026-09-30"}}}""",
        "subject")]
    public void A_damaged_entry_is_an_error_that_names_what_is_wrong(string name, string data, string named) =>
        Assert.Contains(named, Assert.ThrowsAny<JsonException>(() => EventCodec.Decode(name, data)).Message);

    private static string Golden(string name) => Stored($"{name}.v1");

    private static string Stored(string file)
    {
        using var stream = typeof(EventCodecTests).Assembly.GetManifestResourceStream($"GoldenEvents/{file}.json");
        Assert.True(stream is not null, $"There is no golden file for {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
