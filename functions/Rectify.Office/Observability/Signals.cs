using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;

namespace Rectify.Office.Observability;

/// <summary>What the app measures and traces, with every name in one place: dashboards and alerts are written against them.</summary>
/// <remarks>A case is named by its id in traces and never in metrics, whose tags have few values. Persons are in neither.</remarks>
public sealed class Signals : IDisposable
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "Rectify";

    /// <summary>Seconds from the instant at which a step fell due to its entry in the ledger; tag <see cref="StepTag"/>.</summary>
    public const string StepLateness = "rectify.step.lateness";

    /// <summary>Mails by what became of them; tag <see cref="StateTag"/>: sent, failed, unknown, or waiting (tried again later).</summary>
    public const string Mails = "rectify.mails";

    /// <summary>
    /// What the reconcile timer had to mend; tag <see cref="FindingTag"/>: missing, ended or suspended (an orchestration), late (a step),
    /// unreadable or failed (a case).
    /// </summary>
    public const string ReconcileFindings = "rectify.reconcile.findings";

    /// <summary>Seconds that a complete run of the reconcile timer took. Its absence for hours is itself an alarm.</summary>
    public const string ReconcileDuration = "rectify.reconcile.duration";

    /// <summary>Seconds since the last complete run in any instance, as far as this one has looked.</summary>
    public const string ReconcileLag = "rectify.reconcile.lag";

    public const string CaseTag = "rectify.case.id";
    public const string StepTag = "rectify.step";
    public const string StateTag = "rectify.mail.state";
    public const string FindingTag = "rectify.reconcile.finding";

    private static readonly ActivitySource Spans = new(Name);

    private readonly TimeProvider clock;
    private readonly Meter meter;
    private readonly Histogram<double> lateness, reconcileDuration;
    private readonly Counter<long> mails, findings;

    public Signals(IMeterFactory meters, ReconcileLog reconciled, TimeProvider clock)
    {
        this.clock = clock;
        meter = meters.Create(Name);
        lateness = meter.CreateHistogram<double>(StepLateness, "s", "From the instant at which a step fell due to its entry.");
        mails = meter.CreateCounter<long>(Mails, "{mail}", "Mails by what became of them.");
        findings = meter.CreateCounter<long>(ReconcileFindings, "{finding}", "What the reconcile timer had to mend.");
        reconcileDuration = meter.CreateHistogram<double>(ReconcileDuration, "s", "A complete run of the reconcile timer.");
        meter.CreateObservableGauge(ReconcileLag, () => Lag(reconciled), "s", "Since the last complete run of the reconcile timer.");
    }

    /// <summary>The span of work on a case; null when nobody listens.</summary>
    public static Activity? Begin(string work, CaseId caseId) => Spans.StartActivity(work)?.SetTag(CaseTag, caseId.Value);

    /// <summary>The span of a run of the reconcile timer; null when nobody listens.</summary>
    public static Activity? BeginReconcile() => Spans.StartActivity("reconcile");

    /// <summary>Entries were written: the steps among them are marked on the present span, and how late they are is measured.</summary>
    public void Recorded(IReadOnlyList<StoredEvent> entries, CaseFile after)
    {
        foreach (var entry in entries)
        {
            if (CarriedOutStep.Of(entry, after) is not { } step) continue;
            var late = (entry.At - step.DueAt).TotalSeconds;
            lateness.Record(late, new KeyValuePair<string, object?>(StepTag, step.Name));
            Activity.Current?.AddEvent(new ActivityEvent(
                "step", tags: new ActivityTagsCollection { [StepTag] = step.Name, [CaseTag] = entry.CaseId.Value, [StepLateness] = late }));
        }
    }

    /// <summary>Mails went out, or did not.</summary>
    /// <param name="sent">Number of mails handed over.</param>
    /// <param name="failed">Number of mails refused for good.</param>
    /// <param name="unknown">Number of mails whose outcome is unknown.</param>
    /// <param name="waits">Whether something is left that is tried again later.</param>
    public void Posted(int sent, int failed, int unknown, bool waits)
    {
        void Count(int number, string state)
        {
            if (number > 0) mails.Add(number, new KeyValuePair<string, object?>(StateTag, state));
        }

        Count(sent, "sent");
        Count(failed, "failed");
        Count(unknown, "unknown");
        Count(waits ? 1 : 0, "waiting");
    }

    public void Found(string finding) => findings.Add(1, new KeyValuePair<string, object?>(FindingTag, finding));

    public void Reconciled(TimeSpan took) => reconcileDuration.Record(took.TotalSeconds);

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Lag(ReconcileLog reconciled) =>
        reconciled.LastSeen is { } last ? [new Measurement<double>((clock.GetUtcNow() - last.CompletedAt).TotalSeconds)] : [];
}
