using Rectify.Domain.Messages;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why an entry cannot be taken out as made by error.</summary>
internal static class WithdrawalMessages
{
    public static readonly MessageCode<WithdrawableEntry> NoSuchEntry = new(
        "nothing-to-correct.entry",
        "The case has no {0} that counts and could have been entered by error. (S10)",
        "本案没有仍然有效、可作误登更正的“{0}”。");

    public static readonly MessageCode<WithdrawableEntry, WithdrawableEntry> LaterDecision = new(
        "decided-since",
        "A {1} was entered on the ground of the {0}: if that was an error too, it is taken out first. (S10)",
        "“{0}”之后已登记“{1}”；后者也属误登的，先更正后者。");

    public static readonly MessageCode OfAssessments = new(
        "by-assessment",
        "The veto rests on failed years, and may lack its ground by now: enter the assessments again, which opens another case. (S10, V3)",
        "该否决以年度考核不合格为依据，考核结果其后可能已更正，不能作误登更正；请重新登记考核结果，由系统另行立案。");

    public static readonly MessageCode<WithdrawableEntry> LaterEntry = new(
        "decided-since.another",
        "What was entered since rests on the {0}, and people have acted on it: it is not taken out. (S10)",
        "此后的登记以“{0}”为依据，已据此办理，不能作误登更正。");
}
