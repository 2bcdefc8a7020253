using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>Something that will happen to a case by itself, at a known instant.</summary>
/// <param name="DueAt">When it falls due, UTC.</param>
/// <param name="Day">The local day it belongs to.</param>
public abstract record Step(DateTimeOffset DueAt, DateOnly Day)
{
    /// <summary>Name of the step on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Order among steps that are due at the same instant, the lowest first: remind, then escalate, then end, then close.
    /// </summary>
    public abstract int Rank { get; }

    /// <summary>A reminder goes out.</summary>
    public sealed record Remind(Reminder Reminder, TimeOnly At) : Step(LocalDay.At(Reminder.Day, At), Reminder.Day)
    {
        /// <inheritdoc/>
        public override string Name => Reminder.Kind switch
        {
            ReminderKind.Deadline => "reminder",
            ReminderKind.Plan => "planReminder",
            ReminderKind.Report => "reportReminder",
            ReminderKind.InspectionOutstanding => "inspectionReminder",
            ReminderKind.DecisionOutstanding => "decisionReminder",
            ReminderKind.NextRungOutstanding => "nextRungReminder",
            ReminderKind.ConsequenceOutstanding => "consequenceReminder",
            ReminderKind.UrgingOutstanding => "urgingReminder",
            _ => "sanctionEndNotice",
        };

        /// <inheritdoc/>
        public override int Rank => 0;
    }

    /// <summary>The rectification period expires, or the days after it in which the unit could still apply for its inspection.</summary>
    /// <param name="Deadline">The end of the period.</param>
    /// <param name="ApplicationsUntil">The last of those days; null where there are none.</param>
    /// <param name="Then">What follows when the goal is not reached.</param>
    public sealed record Expire(Deadline Deadline, DateOnly? ApplicationsUntil = null, MissedStep Then = MissedStep.NextRung)
        : Step(LocalDay.EndOf(ApplicationsUntil ?? Deadline.Effective), ApplicationsUntil ?? Deadline.Effective)
    {
        /// <inheritdoc/>
        public override string Name => ApplicationsUntil is null ? "deadline" : "applicationEnd";

        /// <inheritdoc/>
        public override int Rank => 1;
    }

    /// <summary>The sanctions of a measure end at 24:00 of their last day.</summary>
    public sealed record EndSanctions(Measure Measure, DateOnly LastDay) : Step(LocalDay.EndOf(LastDay), LastDay)
    {
        /// <inheritdoc/>
        public override string Name => "sanctionEnd";

        /// <inheritdoc/>
        public override int Rank => 2;
    }

    /// <summary>Nothing is left to do.</summary>
    public sealed record Close(DateOnly LastDay) : Step(LocalDay.EndOf(LastDay), LastDay)
    {
        /// <inheritdoc/>
        public override string Name => "close";

        /// <inheritdoc/>
        public override int Rank => 3;
    }
}
