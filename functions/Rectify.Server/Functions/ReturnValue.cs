namespace Rectify.Server.Functions;

/// <summary>Awaits what a function's method returns, and gives the result.</summary>
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
    /// Without ConfigureAwait(false): an orchestrator runs on the engine's synchronization context, and the engine would take an await that
    /// leaves it for one that the orchestrator must not make.
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
