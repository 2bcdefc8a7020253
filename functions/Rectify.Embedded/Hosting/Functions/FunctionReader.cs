using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;

namespace Rectify.Embedded.Hosting.Functions;

/// <summary>Reads one function from its method.</summary>
internal static class FunctionReader
{
    public static FunctionDescriptor Read(string name, MethodInfo method)
    {
        RefuseUncallable(name, method);

        var parameters = method.GetParameters();
        var triggers = parameters.Where(p => p.IsDefined(typeof(TriggerBindingAttribute))).ToList();
        if (triggers is not [var carrier])
        {
            throw Refuse(name, method, $"exactly one parameter carries a trigger; found {triggers.Count}");
        }

        var trigger = TriggerReader.Read(name, carrier, problem => Refuse(name, method, problem));
        var sources = parameters
            .Select(p => p == carrier ? new ParameterSource.Started() : SourceOf(name, method, trigger, p))
            .ToList();

        return new FunctionDescriptor(
            name, method, trigger, sources, new ReflectedDefinition(name, method, Bindings(trigger, carrier, parameters)));
    }

    private static ParameterSource SourceOf(string name, MethodInfo method, Trigger trigger, ParameterInfo parameter)
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

            if (type == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)))
            {
                return new ParameterSource.DurableClient();
            }
        }

        if (trigger is Trigger.Http http && Http.RouteParameters.Names(http.Route).Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase))
        {
            return Http.RouteParameters.CanConvertTo(type)
                ? new ParameterSource.RouteValue(parameter.Name!, type, parameter.HasDefaultValue ? parameter.DefaultValue : null)
                : throw Refuse(name, method, $"the route value '{parameter.Name}' cannot become a {type}");
        }

        throw Refuse(name, method, $"nothing can be bound to the parameter '{parameter.Name}' of type {type}");
    }

    private static IEnumerable<BindingMetadata> Bindings(Trigger trigger, ParameterInfo carrier, ParameterInfo[] parameters)
    {
        yield return new ReflectedBinding(carrier.Name!, trigger.BindingType, BindingDirection.In);
        foreach (var client in parameters.Where(p => p.IsDefined(typeof(DurableClientAttribute))))
        {
            yield return new ReflectedBinding(client.Name!, "durableClient", BindingDirection.In);
        }

        if (trigger is Trigger.Http)
        {
            yield return new ReflectedBinding("$return", "http", BindingDirection.Out);
        }
    }

    private static void RefuseUncallable(string name, MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Refuse(name, method, "its name is empty");
        }

        if (type.ContainsGenericParameters || method.ContainsGenericParameters)
        {
            throw Refuse(name, method, "neither the method nor its class can have type parameters");
        }

        if (type.IsAbstract && !method.IsStatic)
        {
            throw Refuse(name, method, "its class is abstract");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw Refuse(name, method, "an async method returns a Task, so that the host knows when it has ended");
        }

        if (method.ReturnType == typeof(ValueTask)
            || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            throw Refuse(name, method, "an async method returns a Task, not a ValueTask");
        }
    }

    private static HostStartException Refuse(string name, MethodInfo method, string problem) =>
        new($"The function '{name}' ({method.DeclaringType!.FullName}.{method.Name}) cannot be served: {problem}.");
}
