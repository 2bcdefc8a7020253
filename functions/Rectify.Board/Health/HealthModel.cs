using Rectify.Domain.Messages;
using Rectify.Office.Cases;

namespace Rectify.Board.Health;

/// <summary>运行状况: the state of the app's parts, and work that was not done.</summary>
/// <param name="AsOf">When the state was checked, UTC.</param>
/// <param name="Checks">The state of each part.</param>
/// <param name="LastReconcile">
/// When ledger and orchestrations were last compared completely, in whichever instance, UTC; null when they never were.
/// </param>
/// <param name="Late">
/// Cases with steps that fell due more than five minutes ago and are not recorded, the first of them; null when the ledger cannot be read.
/// </param>
/// <param name="Stuck">Orchestrations that failed or were stopped, the first of them; null when the backend cannot be read.</param>
/// <param name="Stalled">Ids of orchestrations that wait for matching code; null when the backend does not report them.</param>
/// <param name="Mails">Mails that a person has to handle; null when the ledger cannot be read.</param>
public sealed record HealthModel(
    DateTimeOffset AsOf, IReadOnlyList<HealthCheck> Checks, DateTimeOffset? LastReconcile, IReadOnlyList<LateCase>? Late,
    IReadOnlyList<StuckInstance>? Stuck, IReadOnlyList<string>? Stalled, UndeliveredMails? Mails)
{
    /// <summary>Cases that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>What the last comparison had to mend.</summary>
    public IReadOnlyList<ReconcileFinding> Findings { get; init; } = [];

    /// <summary>The most rows that a list shows.</summary>
    public const int MostShown = 50;

    /// <summary>The worst state of all parts.</summary>
    public HealthState Worst => Checks.Max(check => check.State);
}

/// <summary>The state of one part.</summary>
/// <param name="Part">The part.</param>
/// <param name="State">Its state.</param>
/// <param name="Detail">Details; null when the part works.</param>
public sealed record HealthCheck(HealthPart Part, HealthState State, Bilingual? Detail);

/// <summary>Something that the hourly comparison had to mend, and how often.</summary>
public sealed record ReconcileFinding(Bilingual Name, int Count);

/// <summary>A case that cannot be read, and why.</summary>
public sealed record UnreadableCaseLine(string CaseId, Bilingual Reason)
{
    public static UnreadableCaseLine Of(UnreadableCase unreadable) => new(unreadable.CaseId.Value, unreadable.Told.InBoth);
}

/// <summary>A case with a step that is due and was not carried out.</summary>
public sealed record LateCase(string CaseId, string Name, DateTimeOffset DueAt);

/// <summary>An orchestration that does not run although its case needs it.</summary>
public sealed record StuckInstance(string InstanceId, Bilingual State, DateTimeOffset Since);

/// <summary>The number of mails that failed, and of mails of which it is unknown whether they were sent.</summary>
public sealed record UndeliveredMails(int Failed, int Unknown);

/// <summary>The parts that the app needs.</summary>
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

    /// <summary>The clock, compared with the latest entries.</summary>
    Clock,

    /// <summary>The keys of the settings, compared with the register.</summary>
    Access,
}

/// <summary>The state of a part, ordered from best to worst.</summary>
public enum HealthState
{
    /// <summary>The part works.</summary>
    Ok,

    /// <summary>The part works, and there is something to be aware of.</summary>
    Warning,

    /// <summary>The part does not work.</summary>
    Failed,
}
