namespace Rectify.Mail.Acs;

/// <summary>What became of a mail, as far as the service's answer or its absence says.</summary>
/// <remarks>A detail carries neither credential nor mail.</remarks>
public abstract record AcsOutcome
{
    private AcsOutcome()
    {
    }

    /// <summary>The service has it.</summary>
    public sealed record Accepted : AcsOutcome;

    /// <summary>Refused for good: the same mail would be refused again.</summary>
    /// <param name="Detail">Why.</param>
    public sealed record Refused(string Detail) : AcsOutcome;

    /// <summary>The service takes no mail now, or cannot say now what became of one.</summary>
    /// <param name="Detail">Why.</param>
    /// <param name="RetryAfter">When to come again; null when nothing says so.</param>
    public sealed record NotNow(string Detail, TimeSpan? RetryAfter = null) : AcsOutcome;

    /// <summary>The service may or may not have it.</summary>
    /// <param name="Detail">What is known.</param>
    public sealed record Unknown(string Detail) : AcsOutcome;
}
