using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Rectify.Server.Functions;

namespace Rectify.Server.Timers;

/// <summary>A timer function with its parsed schedule.</summary>
internal sealed partial record TimerFunction(FunctionDescriptor Function, TimerSchedule Schedule, TimerOptions Options)
{
    /// <summary>The timer functions of the app.</summary>
    /// <param name="functions">All functions.</param>
    /// <param name="configuration">The settings, which schedules may name.</param>
    /// <param name="atStart">Names of those that run at every start, besides those whose trigger says so.</param>
    /// <exception cref="HostStartException">A schedule is malformed, or names a setting that is not set.</exception>
    public static IReadOnlyList<TimerFunction> Of(
        IEnumerable<FunctionDescriptor> functions, IConfiguration configuration, IReadOnlyList<string> atStart) =>
    [
        .. from function in functions
           where function.Trigger is Trigger.Timer
           let timer = Read(function, (Trigger.Timer)function.Trigger, configuration)
           select atStart.Contains(function.Name) ? timer with { Options = timer.Options | TimerOptions.RunOnStartup } : timer,
    ];

    private static TimerFunction Read(FunctionDescriptor function, Trigger.Timer trigger, IConfiguration configuration)
    {
        var text = Setting().Replace(trigger.Schedule, match => Resolve(function, match.Groups[1].Value, configuration));
        var schedule = TimerSchedule.Parse(text) ?? throw new HostStartException(
            $"The schedule of the timer function '{function.Name}' is six-field NCRONTAB or a duration; got '{text}'.");

        return new TimerFunction(
            function, schedule, schedule.IsFasterThanAMinute ? trigger.Options & ~TimerOptions.Monitored : trigger.Options);
    }

    private static string Resolve(FunctionDescriptor function, string name, IConfiguration configuration) =>
        configuration[name.Replace("__", ":", StringComparison.Ordinal)] ?? throw new HostStartException(
            $"The schedule of the timer function '{function.Name}' names the setting '{name}', which is not set.");

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
