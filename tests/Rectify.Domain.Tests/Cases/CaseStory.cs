using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Cases;

/// <summary>A case told as Given (earlier commands), When (the command in question), Then (its events, or the refusal).</summary>
internal sealed class CaseStory
{
    private readonly List<CaseEvent> events = [];
    private Decision decision = Decision.Accept();

    public IReadOnlyList<CaseEvent> Events => events;

    public CaseState State => Evolution.Fold(events);

    public CaseFile File => ((CaseState.Opened)State).File;

    /// <summary>Everything that ever happened, in short form.</summary>
    public IReadOnlyList<string> Timeline => [.. events.Select(Written.Of)];

    public IReadOnlyList<Step> Steps => Schedule.Of(State, Sample.Calendar);

    /// <summary>The status that a reader sees, settled: no timer has to have fired.</summary>
    public CaseStatus StatusAt(string at) => CaseStatus.Of((CaseState.Opened)Settlement.Settle(State, Context(at)));

    public static CaseStory Given(CaseCommand command, string at) => new CaseStory().And(command, at);

    public static CaseStory GivenNothing() => new();

    /// <summary>Something that happened before; it must have been accepted.</summary>
    public CaseStory And(CaseCommand command, string at)
    {
        When(command, at);
        Assert.True(decision is Decision.Accepted, (decision as Decision.Rejected)?.Rejection.Message.ToString());
        return this;
    }

    /// <summary>Every timer fires exactly when it is due, up to and including the instant.</summary>
    public CaseStory AndTimersUntil(string at)
    {
        while (Steps is [var next, ..] && next.DueAt <= Sample.Instant(at))
            Record(Decider.Decide(Sample.CarryOutDue, State, Context(next.DueAt)));
        return this;
    }

    public CaseStory When(CaseCommand command, string at)
    {
        decision = Decider.Decide(command, State, Context(at));
        Record(decision);
        return this;
    }

    /// <summary>Exactly these events, compared as they would be stored.</summary>
    public CaseStory Then(params CaseEvent[] expected)
    {
        Assert.Equal(expected.Select(Stored), Accepted().Select(Stored));
        return this;
    }

    /// <summary>Exactly these events in short form (see <see cref="Written"/>), one a line.</summary>
    public CaseStory ThenTimeline(string expected)
    {
        Assert.Equal(Lines(expected), Accepted().Select(Written.Of));
        return this;
    }

    public CaseStory ThenAccepted()
    {
        Accepted();
        return this;
    }

    public Rejection Refusal => Assert.IsType<Decision.Rejected>(decision).Rejection;

    public CaseStory ThenRefused(string problem, string member)
    {
        Assert.Equal((problem, member), (Refusal.Problem, Refusal.Member));
        return this;
    }

    public CaseStory ThenStatus(CaseStatus status)
    {
        Assert.Equal(status, CaseStatus.Of((CaseState.Opened)State));
        return this;
    }

    /// <summary>Everything that ever happened, in short form.</summary>
    public CaseStory WholeTimeline(string expected)
    {
        Assert.Equal(Lines(expected), events.Select(Written.Of));
        return this;
    }

    /// <summary>What happened last, in short form.</summary>
    public CaseStory LastTimeline(string expected)
    {
        Assert.Equal(Lines(expected), events.TakeLast(Lines(expected).Length).Select(Written.Of));
        return this;
    }

    /// <summary>The days that are barred for the subject because of the measure, as an interval; null when none is.</summary>
    public string? Barred(Subject subject, Measure measure) =>
        File.Sanctions.Single(sanction => sanction.Subject == subject && sanction.Measure == measure).Barred?.ToString();

    public EligibilityAnswer Eligibility(Subject subject, DateOnly on) =>
        EligibilityRule.Of(subject, on, [(Sample.TheCase, (CaseState.Opened)State)]);

    /// <summary>Asked at an instant, as the app asks: from the settled state.</summary>
    public EligibilityAnswer EligibilityAt(string at, Subject subject, DateOnly on) =>
        EligibilityRule.Of(subject, on, [(Sample.TheCase, (CaseState.Opened)Settlement.Settle(State, Context(at)))]);

    public bool IsBarred(Subject subject, DateOnly on) => Eligibility(subject, on) is EligibilityAnswer.Barred;

    public static DecisionContext Context(string at) => Context(Sample.Instant(at));

    public static DecisionContext Context(DateTimeOffset at, WorkingCalendar? calendar = null) =>
        new(Sample.TheCase, at, calendar ?? Sample.Calendar);

    private void Record(Decision made)
    {
        if (made is Decision.Accepted accepted) events.AddRange(accepted.Events);
    }

    private IReadOnlyList<CaseEvent> Accepted() => decision switch
    {
        Decision.Accepted accepted => accepted.Events,
        Decision.Rejected rejected => throw new Xunit.Sdk.XunitException($"Refused: {rejected.Rejection.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Stored(CaseEvent @event) => $"{EventCodec.Name(@event)} {EventCodec.Encode(@event)}";

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
