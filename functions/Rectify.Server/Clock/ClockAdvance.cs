using System.Diagnostics;
using System.Text.Json;

namespace Rectify.Server.Clock;

/// <summary>How far the clock is to move: to an instant, or by days.</summary>
internal abstract record ClockAdvance
{
    public const int MostDays = 36525;

    private ClockAdvance()
    {
    }

    /// <summary>Reads exactly one of <c>{"to": instant}</c> and <c>{"days": number}</c>.</summary>
    /// <exception cref="ClockProblem">The body is neither, or has other members.</exception>
    public static ClockAdvance Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ClockProblem.Malformed("body", $"The body is a JSON object; got {body.GetRawText()}.");
        }

        var members = body.EnumerateObject().ToList();
        if (members.Find(member => member.Name is not ("to" or "days")) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw ClockProblem.Malformed(unknown.Name, $"'{unknown.Name}' is no member of this request; it takes 'to' or 'days'.");
        }

        return members switch
        {
            [{ Name: "to" } to] => new ToInstant(ReadInstant(to.Value)),
            [{ Name: "days" } days] => new ByDays(ReadDays(days.Value)),
            _ => throw ClockProblem.Malformed("to", $"Exactly one of 'to' and 'days' is given; got {members.Count} members."),
        };
    }

    /// <summary>The instant to which the clock moves from <paramref name="now"/>.</summary>
    /// <exception cref="ClockProblem">The move is backwards, or further than <see cref="MostDays"/>.</exception>
    public DateTimeOffset From(DateTimeOffset now)
    {
        var (member, to) = this switch
        {
            ToInstant target => ("to", target.Instant),
            ByDays ahead => ("days", now.AddDays(ahead.Days)),
            _ => throw new UnreachableException(),
        };

        if (to < now)
        {
            throw ClockProblem.Rule(member, $"'{member}' lies ahead of the clock, which stands at {now:O}; got {to:O}.");
        }

        return to - now <= TimeSpan.FromDays(MostDays)
            ? to
            : throw ClockProblem.Rule(member,
                $"'{member}' lies at most {MostDays} days ahead of the clock, which stands at {now:O}; got {to:O}.");
    }

    private static DateTimeOffset ReadInstant(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Instant.TryParse(value.GetString()!, out var instant)
            ? instant
            : throw ClockProblem.Malformed("to",
                $"'to' is an instant with an offset, such as 2026-10-01T00:00:00Z; got {value.GetRawText()}.");

    private static int ReadDays(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var days))
        {
            throw ClockProblem.Malformed("days", $"'days' is a whole number; got {value.GetRawText()}.");
        }

        return days is >= 0 and <= MostDays
            ? days
            : throw ClockProblem.Rule("days", $"'days' is 0 to {MostDays}, because the clock only moves ahead; got {days}.");
    }

    public sealed record ToInstant(DateTimeOffset Instant) : ClockAdvance;

    public sealed record ByDays(int Days) : ClockAdvance;
}
