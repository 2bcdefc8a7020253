using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a case cannot be taken over from another ledger.</summary>
internal static class TakeOverMessages
{
    public static readonly MessageCode<DateOnly, DateOnly> NotPast = new(
        "take-over-not-past",
        "What is taken over happened before the day of the take-over, {0}; {1} did not. A measure of today is entered as a new case.",
        "接转的须是{0}（接转日）以前的措施，{1}不是；当日的措施请按新案件办理。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> OutOfOrder = new(
        "take-over-out-of-order",
        "An act lies from the day of the one before it, {0}, to the day before the take-over, {1}; {2} does not. Acts of today are entered "
        + "in the case afterwards.",
        "各事项按日期先后列明，应在{0}（前一事项之日）至{1}（接转前一日）之间，{2}不在其内；当日的事项在接转后于案件中办理。");
}
