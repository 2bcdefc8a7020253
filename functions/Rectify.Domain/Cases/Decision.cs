namespace Rectify.Domain.Cases;

/// <summary>What a command leads to.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>These events are to be recorded.</summary>
    public sealed record Accepted(IReadOnlyList<CaseEvent> Events) : Decision;

    /// <summary>Nothing is to be recorded.</summary>
    public sealed record Rejected(Rejection Rejection) : Decision;

    /// <summary>A decision that accepts with these events.</summary>
    public static Decision Accept(params IReadOnlyList<CaseEvent> events) => new Accepted(events);

    /// <summary>Makes a rejected decision of a refusal.</summary>
    public static implicit operator Decision(Rejection rejection) => new Rejected(rejection);
}
