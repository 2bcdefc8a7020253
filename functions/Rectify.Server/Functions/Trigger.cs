using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.Functions;

/// <summary>What starts a function.</summary>
internal abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>The kind of binding as it appears in the function's metadata.</summary>
    public abstract string BindingType { get; }

    public sealed record Http(string? Route, IReadOnlyList<string>? Methods, AuthorizationLevel Level) : Trigger
    {
        public override string BindingType => "httpTrigger";
    }

    public sealed record Timer(string Schedule, TimerOptions Options) : Trigger
    {
        public override string BindingType => "timerTrigger";
    }

    public sealed record Orchestration(string Name) : Trigger
    {
        public override string BindingType => "orchestrationTrigger";
    }

    public sealed record Activity(string Name, Type Input) : Trigger
    {
        public override string BindingType => "activityTrigger";
    }
}
