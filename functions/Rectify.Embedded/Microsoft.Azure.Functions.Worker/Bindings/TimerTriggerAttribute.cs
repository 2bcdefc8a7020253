using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on a schedule, in UTC.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>On this schedule.</summary>
    /// <param name="schedule">
    /// A six-field NCRONTAB expression (the first field is seconds), a <see cref="TimeSpan"/> such as
    /// <c>00:30:00</c>, or <c>%Setting%</c> for the value of a setting that is one of the two.
    /// </param>
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>The schedule as written.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether the host remembers the schedule, so that a run missed while it was down is made up at start.</summary>
    /// <remarks>Default true. Never remembered if the schedule comes round more than once a minute.</remarks>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs when the host starts. Default false.</summary>
    public bool RunOnStartup { get; set; }
}
