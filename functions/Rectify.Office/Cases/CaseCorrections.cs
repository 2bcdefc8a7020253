using Rectify.Domain.Cases;

namespace Rectify.Office.Cases;

/// <summary>更正的内容: what each correction of a case has changed, from what to what.</summary>
public static class CaseCorrections
{
    /// <summary>The corrections, the earliest first.</summary>
    public static IReadOnlyList<CaseCorrection> Of(IReadOnlyList<StoredEvent> stream)
    {
        if (!stream.Any(entry => IsCorrection(entry.Event))) return [];

        var corrections = new List<CaseCorrection>();
        CaseState state = new CaseState.NotOpened();
        foreach (var entry in stream)
        {
            var after = Evolution.Evolve(state, entry.Event);
            if (IsCorrection(entry.Event) && (state, after) is (CaseState.Opened before, CaseState.Opened now))
                corrections.Add(new CaseCorrection(entry.Sequence, OpeningChange.Between(before.File, now.File)));
            state = after;
        }

        return corrections;
    }

    /// <summary>Whether an entry corrects what the opening of the case says.</summary>
    public static bool IsCorrection(CaseEvent happened) => happened is CaseEvent.CaseCorrected or CaseEvent.MeasureCorrected;
}

/// <summary>A correction on the wire: which entry it is, and each field from what to what.</summary>
public sealed record CaseCorrection(int Entry, IReadOnlyList<OpeningChange> Changes);
