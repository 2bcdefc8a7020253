namespace Rectify.Server.Functions;

/// <summary>How to wait for what a method returns, and what it then gives.</summary>
internal abstract class ReturnValue
{
    public static ReturnValue Of(Type declared)
    {
        if (!declared.IsAssignableTo(typeof(Task)))
        {
            return new Immediate();
        }

        return declared.IsGenericType
            ? (ReturnValue)Activator.CreateInstance(typeof(Later<>).MakeGenericType(declared.GetGenericArguments()[0]))!
            : new Nothing();
    }

    /// <summary>The result, once there is one.</summary>
    /// <remarks>
    /// Nothing on the way leaves the caller's synchronization context: an orchestrator runs on the engine's own, and an
    /// await that left it would be taken for one of the orchestrator's.
    /// </remarks>
    public abstract Task<object?> WaitAsync(object? returned);

    private sealed class Immediate : ReturnValue
    {
        public override Task<object?> WaitAsync(object? returned) => Task.FromResult(returned);
    }

    private sealed class Nothing : ReturnValue
    {
        public override async Task<object?> WaitAsync(object? returned)
        {
            await (Task)returned!;
            return null;
        }
    }

    private sealed class Later<T> : ReturnValue
    {
        public override async Task<object?> WaitAsync(object? returned) => await (Task<T>)returned!;
    }
}
