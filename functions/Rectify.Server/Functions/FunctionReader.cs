using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.DurableTask.Client;

namespace Rectify.Server.Functions;

/// <summary>Reads one function from the metadata that the build generates, and finds its method.</summary>
internal static class FunctionReader
{
    public static FunctionDescriptor Read(IFunctionMetadata metadata)
    {
        var name = metadata.Name;
        HostStartException Refuse(string problem) => new($"The function '{name}' ({metadata.EntryPoint}) cannot be served: {problem}.");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Refuse("its name is empty");
        }

        if (metadata.Retry is not null)
        {
            throw Refuse("this server knows no retry policy of a function; retry inside it, or let an orchestrator call it");
        }

        var method = EntryPoint.Find(metadata, Refuse);
        RefuseUncallable(method, Refuse);

        var bindings = metadata.RawBindings?.Select(FunctionBinding.Parse).ToList() ?? [];
        if (bindings.FindAll(binding => binding.IsTrigger) is not [var carrier])
        {
            throw Refuse($"exactly one binding is a trigger; found {bindings.Count(binding => binding.IsTrigger)}");
        }

        // Read once, because the comparison with the trigger's parameter below needs the same objects, and two calls may return different
        // ones.
        var parameters = method.GetParameters();
        var started = parameters.FirstOrDefault(p => p.Name == carrier.Name)
            ?? throw Refuse($"no parameter has the name '{carrier.Name}' of its {carrier.Type}");
        var trigger = TriggerReader.Read(name, carrier, started, Refuse);
        var sources = parameters
            .Select(p => p == started ? new ParameterSource.Started() : SourceOf(trigger, bindings, p, Refuse))
            .ToList();

        return new FunctionDescriptor(name, method, trigger, sources, new IndexedDefinition(metadata, method, bindings));
    }

    private static ParameterSource SourceOf(
        Trigger trigger, List<FunctionBinding> bindings, ParameterInfo parameter, Func<string, HostStartException> refuse)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
        {
            return new ParameterSource.Context();
        }

        if (trigger is not Trigger.Orchestration)
        {
            if (type == typeof(CancellationToken))
            {
                return new ParameterSource.Cancellation();
            }

            if (type == typeof(DurableTaskClient)
                && bindings.Exists(binding => binding.Name == parameter.Name && binding.Is("durableClient")))
            {
                return new ParameterSource.DurableClient();
            }
        }

        if (trigger is Trigger.Http http && RouteParameters.Names(http.Route).Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase))
        {
            return RouteParameters.CanConvertTo(type)
                ? new ParameterSource.RouteValue(parameter.Name!, type, parameter.HasDefaultValue ? parameter.DefaultValue : null)
                : throw refuse($"the route value '{parameter.Name}' cannot become a {type}");
        }

        throw refuse($"nothing can be bound to the parameter '{parameter.Name}' of type {type}");
    }

    private static void RefuseUncallable(MethodInfo method, Func<string, HostStartException> refuse)
    {
        var type = method.DeclaringType!;
        if (type.ContainsGenericParameters || method.ContainsGenericParameters)
        {
            throw refuse("neither the method nor its class can have type parameters");
        }

        if (type.IsAbstract && !method.IsStatic)
        {
            throw refuse("its class is abstract");
        }

        if (method.ReturnType == typeof(ValueTask)
            || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            throw refuse("an async method returns a Task, not a ValueTask");
        }
    }
}
