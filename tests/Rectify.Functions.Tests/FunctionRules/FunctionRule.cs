using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NCrontab;
using Rectify.Functions.Access;

namespace Rectify.Functions.Tests.FunctionRules;

/// <summary>
/// What the published SDK and the Functions host demand of a function, and our own gate on top: a function that breaks a rule
/// would not be built, not be indexed, or answer the wrong callers, and some of it only on Azure.
/// </summary>
internal static partial class FunctionRule
{
    private const BindingFlags AllMethods =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] RouteValues = [typeof(string), typeof(int), typeof(long), typeof(bool), typeof(Guid)];

    // The host keeps these for itself, or the platform's sign-in does.
    private static readonly string[] ReservedRoutes = ["admin", "runtime", ".auth"];

    [GeneratedRegex("^(?!host$)[a-z][a-z0-9_-]{0,127}$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    /// <summary>Every break of a rule among these classes, as "function: what is wrong".</summary>
    public static IReadOnlyList<string> Breaks(IEnumerable<Type> types)
    {
        var functions = types.SelectMany(type => type.GetMethods(AllMethods))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(method => (Name: method.GetCustomAttribute<FunctionAttribute>()!.Name, Method: method))
            .ToList();
        return
        [
            .. from function in functions from wrong in Alone(function.Name, function.Method) select $"{function.Name}: {wrong}",
            .. from same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
               where same.Count() > 1
               select $"{same.Key}: the name is used {same.Count()} times",
            .. from same in functions.SelectMany(Endpoints).GroupBy(endpoint => endpoint.Key)
               where same.Count() > 1
               select $"{string.Join(" and ", same.Select(endpoint => endpoint.Function).Order())}: both answer {same.Key}",
        ];
    }

    private static IEnumerable<string> Alone(string name, MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (!Name().IsMatch(name)) yield return "a name is a letter and up to 127 letters, digits, _ or -, and not host";
        if (!method.IsPublic || !type.IsPublic) yield return "the method and its class are public, and the class is not nested";
        if (type.ContainsGenericParameters || method.ContainsGenericParameters) yield return "neither method nor class has type parameters";
        if (type.GetMethods().Count(other => other.Name == method.Name) > 1)
            yield return "the worker finds the method by its name, which is overloaded";
        if (!method.IsStatic && (type.IsAbstract || type.GetConstructors().Length != 1))
            yield return "the class is built by its one public constructor";

        var triggers = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToList();
        if (triggers is not [var carrier] || carrier.GetCustomAttributes<TriggerBindingAttribute>().ToList() is not [var trigger])
        {
            var count = triggers.Sum(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>().Count());
            yield return $"one parameter carries one trigger; found {count}";
            yield break;
        }

        var found = trigger switch
        {
            HttpTriggerAttribute http => Http(method, carrier, http),
            TimerTriggerAttribute timer => Timer(method, carrier, timer),
            OrchestrationTriggerAttribute => Orchestrator(method, carrier),
            ActivityTriggerAttribute => Activity(method, carrier),
            _ => [$"nothing is known of the trigger {trigger.GetType().Name}"],
        };
        foreach (var wrong in found) yield return wrong;
    }

    private static IEnumerable<string> Http(MethodInfo method, ParameterInfo carrier, HttpTriggerAttribute trigger)
    {
        if (carrier.ParameterType != typeof(HttpRequest)) yield return $"the request is an HttpRequest; got {carrier.ParameterType.Name}";
        if (method.ReturnType != typeof(IActionResult) && method.ReturnType != typeof(Task<IActionResult>))
            yield return $"it returns IActionResult or a Task of it; got {method.ReturnType.Name}";
        if (method.IsDefined(typeof(AllowsAttribute)) == method.IsDefined(typeof(AllowsAnyoneAttribute)))
            yield return "it says whom it allows, once";
        if (method.GetCustomAttribute<AllowsAttribute>() is { Roles.Count: 0 }) yield return "it allows nobody";

        // The build reads the level from the source: left out, it is Function, whatever the attribute says at run time.
        var written =
            carrier.CustomAttributes.Single(attribute => attribute.AttributeType == typeof(HttpTriggerAttribute)).ConstructorArguments;
        if (written is not [{ Value: int level } first, ..] || first.ArgumentType != typeof(AuthorizationLevel)
            || level != (int)AuthorizationLevel.Anonymous)
            yield return "the platform's level is Anonymous, written out: our gate decides";
        if (trigger.Methods is not { Length: > 0 }) yield return "it names its methods";
        if (trigger.Route is not { Length: > 0 } route)
        {
            yield return "its route is spelled out";
            yield break;
        }

        if (ReservedRoutes.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase))
            yield return $"the route {route} is the host's own";
        var inRoute =
            RoutePatternFactory.Parse(route).Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in method.GetParameters().Where(parameter => parameter != carrier && !IsPlain(parameter)))
        {
            if (!inRoute.Contains(parameter.Name!)) yield return $"nothing can be bound to {parameter.Name}";
            else if (!RouteValues.Contains(parameter.ParameterType))
                yield return $"the route value {parameter.Name} cannot become a {parameter.ParameterType.Name}";
        }

        foreach (var lost in inRoute.Except(method.GetParameters().Select(parameter => parameter.Name!), StringComparer.OrdinalIgnoreCase))
            yield return $"the route value {lost} has no parameter";
    }

    private static IEnumerable<string> Timer(MethodInfo method, ParameterInfo carrier, TimerTriggerAttribute trigger)
    {
        if (carrier.ParameterType != typeof(TimerInfo)) yield return $"the occasion is a TimerInfo; got {carrier.ParameterType.Name}";
        if (method.ReturnType != typeof(void) && method.ReturnType != typeof(Task))
            yield return $"it returns Task or nothing; got {method.ReturnType.Name}";
        if (CrontabSchedule.TryParse(trigger.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is null)
            yield return $"a schedule has six fields; got {trigger.Schedule}";
        foreach (var wrong in OthersThanPlain(method, carrier)) yield return wrong;
    }

    private static IEnumerable<string> Orchestrator(MethodInfo method, ParameterInfo carrier)
    {
        if (carrier.ParameterType != typeof(TaskOrchestrationContext))
            yield return $"the context is a TaskOrchestrationContext; got {carrier.ParameterType.Name}";
        if (!method.ReturnType.IsAssignableTo(typeof(Task))) yield return $"it returns a Task; got {method.ReturnType.Name}";
        if (method.GetParameters().Length > 1) yield return "an orchestrator is given its context alone";
    }

    private static IEnumerable<string> Activity(MethodInfo method, ParameterInfo carrier)
    {
        foreach (var wrong in OthersThanPlain(method, carrier)) yield return wrong;
        var result = method.ReturnType is { IsGenericType: true } task && task.IsAssignableTo(typeof(Task))
            ? task.GetGenericArguments()[0]
            : method.ReturnType;
        if (Specimen.RoundTrip(carrier.ParameterType) is { } lostInput) yield return $"its input does not survive JSON: {lostInput}";
        if (result != typeof(Task) && result != typeof(void) && Specimen.RoundTrip(result) is { } lostResult)
            yield return $"its result does not survive JSON: {lostResult}";
    }

    private static IEnumerable<string> OthersThanPlain(MethodInfo method, ParameterInfo carrier) =>
        from parameter in method.GetParameters()
        where parameter != carrier && !IsPlain(parameter)
        select $"nothing can be bound to {parameter.Name}";

    private static bool IsPlain(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken)
        || parameter.ParameterType == typeof(FunctionContext)
        || (parameter.ParameterType == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)));

    private static IEnumerable<(string Key, string Function)> Endpoints((string Name, MethodInfo Method) function) =>
        from parameter in function.Method.GetParameters()
        from trigger in parameter.GetCustomAttributes<HttpTriggerAttribute>()
        let route = RouteValue().Replace(trigger.Route?.ToLowerInvariant() ?? function.Name, "{}")
        from verb in trigger.Methods ?? []
        select ($"{verb.ToUpperInvariant()} /{route}", function.Name);

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex RouteValue();
}
