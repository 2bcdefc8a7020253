using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;

namespace Rectify.Office.Openings;

/// <summary>An opening that was decided; only its number is still open.</summary>
/// <param name="Command">What opens the case.</param>
/// <param name="Context">The context of the decision.</param>
/// <param name="To">Where its mails go.</param>
public sealed record DecidedOpening(CaseCommand Command, DecisionContext Context, Addressees To);

/// <summary>Builds the write of an opening with a given number.</summary>
internal static class OpeningAppend
{
    extension(AppendBuilder appends)
    {
        /// <summary>The write of an opening with a given number, and the case that it opens.</summary>
        public (LedgerAppend Append, CaseRecord After) Opening(DecidedOpening opening, DocumentNumber number, string actor)
        {
            var nothing = new CaseState.NotOpened();
            var decision = Decider.Decide(CaseNumbering.Under(opening.Command, number), nothing, opening.Context);
            return appends.Build([], nothing, ((Decision.Accepted)decision).Events, opening.Context, actor, opening.To);
        }
    }
}

/// <summary>Makes the view of a new case that the answer to its opening shows.</summary>
/// <param name="Calendar">The working calendar in force.</param>
/// <param name="Warnings">The warnings about the case.</param>
/// <param name="NotBarred">Who in office is not barred by the veto with which it opens; null when it opens with none.</param>
internal sealed record OpeningView(
    WorkingCalendar Calendar, IReadOnlyList<OpeningWarning> Warnings, IReadOnlyList<OfficeHolder>? NotBarred)
{
    public CaseView Of(CaseRecord record, DateOnly today)
    {
        var view = CaseView.Of(record, today, Calendar).With(NotBarred);
        return view with
        {
            Warnings = [.. view.Warnings, .. Warnings.Select(warning => warning.Text)],
            CountsReached = [.. Warnings.OfType<OpeningWarning.CountReached>().Select(count => CountView.Of(count.Reached))],
        };
    }
}
