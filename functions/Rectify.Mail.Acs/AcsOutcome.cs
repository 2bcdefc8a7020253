namespace Rectify.Mail.Acs;

/// <summary>What became of a mail, as far as the service's answer, or a missing answer, tells.</summary>
/// <remarks>A detail contains neither credentials nor parts of the mail.</remarks>
public abstract record AcsOutcome
{
    private AcsOutcome()
    {
    }

    /// <summary>The service has the mail.</summary>
    public sealed record Accepted : AcsOutcome;

    /// <summary>The service refused the mail, and would refuse it again.</summary>
    /// <param name="Detail">Why.</param>
    public sealed record Refused(string Detail) : AcsOutcome;

    /// <summary>The service accepts no mail now, or cannot tell now what became of one.</summary>
    /// <param name="Detail">Why.</param>
    /// <param name="RetryAfter">How long to wait before the next attempt; null when the service does not say.</param>
    public sealed record NotNow(string Detail, TimeSpan? RetryAfter = null) : AcsOutcome;

    /// <summary>The service may or may not have the mail.</summary>
    /// <param name="Detail">What is known.</param>
    public sealed record Unknown(string Detail) : AcsOutcome;
}
