using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace Rectify.Embedded.Hosting.Functions;

/// <summary>Reads a trigger from the attribute of the parameter that carries it.</summary>
internal static class TriggerReader
{
    public static Trigger Read(string functionName, ParameterInfo carrier, Func<string, HostStartException> refuse) =>
        carrier.GetCustomAttributes<TriggerBindingAttribute>().ToList() switch
        {
            [HttpTriggerAttribute http] => Expect(carrier, typeof(HttpRequest), refuse, new Trigger.Http(http.Route, http.Methods, LevelOf(carrier))),
            [TimerTriggerAttribute timer] => Expect(carrier, typeof(TimerInfo), refuse, new Trigger.Timer(timer.Schedule, OptionsOf(timer))),
            [OrchestrationTriggerAttribute orchestration] => Expect(
                carrier, typeof(TaskOrchestrationContext), refuse, new Trigger.Orchestration(orchestration.Orchestration ?? functionName)),
            [ActivityTriggerAttribute activity] => new Trigger.Activity(activity.Activity ?? functionName, carrier.ParameterType),
            [var other] => throw refuse($"the host does not know the trigger {other.GetType()} on the parameter '{carrier.Name}'"),
            var several => throw refuse($"the parameter '{carrier.Name}' carries {several.Count} triggers; one is allowed"),
        };

    /// <summary>The level as the source says it: Function unless a level is the first argument of the attribute.</summary>
    private static AuthorizationLevel LevelOf(ParameterInfo carrier)
    {
        var written = carrier.CustomAttributes.Single(a => a.AttributeType == typeof(HttpTriggerAttribute));
        return written.ConstructorArguments is [{ Value: int level } first, ..] && first.ArgumentType == typeof(AuthorizationLevel)
            ? (AuthorizationLevel)level
            : AuthorizationLevel.Function;
    }

    private static TimerOptions OptionsOf(TimerTriggerAttribute timer) =>
        (timer.UseMonitor ? TimerOptions.Monitored : TimerOptions.None)
        | (timer.RunOnStartup ? TimerOptions.RunOnStartup : TimerOptions.None);

    private static Trigger Expect(ParameterInfo carrier, Type type, Func<string, HostStartException> refuse, Trigger trigger) =>
        carrier.ParameterType == type
            ? trigger
            : throw refuse($"the parameter '{carrier.Name}' with the {trigger.BindingType} is a {type.Name}; got {carrier.ParameterType}");
}
