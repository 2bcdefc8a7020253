using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rectify.Server.Functions;

/// <summary>Reads what starts a function from its binding.</summary>
internal static class TriggerReader
{
    public static Trigger Read(
        string functionName, FunctionBinding binding, ParameterInfo carrier, Func<string, HostStartException> refuse) =>
        binding.Type.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => Expect(carrier, typeof(HttpRequest), refuse, Http(binding, refuse)),
            "TIMERTRIGGER" => Expect(carrier, typeof(TimerInfo), refuse, Timer(binding, refuse)),
            "ORCHESTRATIONTRIGGER" => Expect(
                carrier, typeof(TaskOrchestrationContext), refuse,
                new Trigger.Orchestration(binding.Text("orchestration") ?? functionName)),
            "ACTIVITYTRIGGER" => new Trigger.Activity(binding.Text("activity") ?? functionName, carrier.ParameterType),
            _ => throw refuse($"this server does not know the trigger {binding.Type} on the parameter '{carrier.Name}'"),
        };

    // Without a level, a function key is required, as on the platform.
    private static Trigger.Http Http(FunctionBinding binding, Func<string, HostStartException> refuse)
    {
        var level = binding.Text("authLevel") ?? nameof(AuthorizationLevel.Function);
        return Enum.TryParse<AuthorizationLevel>(level, ignoreCase: true, out var known)
            ? new Trigger.Http(binding.Text("route"), binding.Texts("methods"), known)
            : throw refuse($"the level is one of {string.Join(", ", Enum.GetNames<AuthorizationLevel>())}; got '{level}'");
    }

    private static Trigger.Timer Timer(FunctionBinding binding, Func<string, HostStartException> refuse)
    {
        var schedule = binding.Text("schedule") ?? throw refuse("its timer has no schedule");
        var options = (binding.Flag("useMonitor", otherwise: true) ? TimerOptions.Monitored : TimerOptions.None)
            | (binding.Flag("runOnStartup", otherwise: false) ? TimerOptions.RunOnStartup : TimerOptions.None);
        return new Trigger.Timer(schedule, options);
    }

    private static Trigger Expect(ParameterInfo carrier, Type type, Func<string, HostStartException> refuse, Trigger trigger) =>
        carrier.ParameterType == type
            ? trigger
            : throw refuse($"the parameter '{carrier.Name}' with the {trigger.BindingType} is a {type.Name}; got {carrier.ParameterType}");
}
