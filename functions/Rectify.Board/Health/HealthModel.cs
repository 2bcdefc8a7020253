using Rectify.Domain.Messages;

namespace Rectify.Board.Health;

/// <summary>运行状况: whether the app can do its work, and what it has not done.</summary>
/// <param name="AsOf">When it was looked at, UTC.</param>
/// <param name="Checks">Each part.</param>
/// <param name="LastReconcile">When ledger and orchestrations were last compared to the end, UTC; null when not since the start.</param>
/// <param name="Late">Steps that fell due a while ago and are not recorded, the first of them; null when the ledger cannot be read.</param>
/// <param name="Stuck">Orchestrations that ended badly or were stopped, the first of them; null when the backend cannot be asked.</param>
/// <param name="Stalled">Ids of orchestrations that wait for matching code; null when the backend does not tell.</param>
/// <param name="Mails">Mails that call for a person; null when the ledger cannot be read.</param>
public sealed record HealthModel(
    DateTimeOffset AsOf, IReadOnlyList<HealthCheck> Checks, DateTimeOffset? LastReconcile, IReadOnlyList<LateCase>? Late,
    IReadOnlyList<StuckInstance>? Stuck, IReadOnlyList<string>? Stalled, UndeliveredMails? Mails)
{
    /// <summary>Cases that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>How many rows a list shows at most.</summary>
    public const int MostShown = 50;

    /// <summary>The worst of the parts.</summary>
    public HealthState Worst => Checks.Max(check => check.State);
}

/// <summary>A part that was looked at.</summary>
/// <param name="Part">Which.</param>
/// <param name="State">What was found.</param>
/// <param name="Detail">More about it; null when all is well.</param>
public sealed record HealthCheck(HealthPart Part, HealthState State, Bilingual? Detail);

/// <summary>A case that cannot be read, and what is wrong with it.</summary>
public sealed record UnreadableCaseLine(string CaseId, Bilingual Reason);

/// <summary>A case with a step that should have been carried out.</summary>
public sealed record LateCase(string CaseId, string Name, DateTimeOffset DueAt);

/// <summary>An orchestration that does not run although its record is there.</summary>
public sealed record StuckInstance(string InstanceId, Bilingual State, DateTimeOffset Since);

/// <summary>Mails that were refused, and of which nobody knows whether they went out.</summary>
public sealed record UndeliveredMails(int Failed, int Unknown);

/// <summary>What the app needs for its work.</summary>
public enum HealthPart
{
    /// <summary>台账.</summary>
    Ledger,

    /// <summary>The backend of the orchestrations.</summary>
    Durable,

    /// <summary>The mail system.</summary>
    Mailer,

    /// <summary>The notice of the present year.</summary>
    Calendar,

    /// <summary>The hourly comparison of ledger and orchestrations.</summary>
    Reconcile,

    /// <summary>The clock, held against the last entries.</summary>
    Clock,
}

/// <summary>What was found, the worst last.</summary>
public enum HealthState
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It works, and somebody should know.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}
