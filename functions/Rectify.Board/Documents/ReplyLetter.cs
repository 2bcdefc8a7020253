namespace Rectify.Board.Documents;

/// <summary>征求意见复函: the answer to a consultation.</summary>
/// <param name="Office">Who answers.</param>
/// <param name="Number">Number of the reply.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="Purpose">The purpose, in Chinese.</param>
/// <param name="On">The day asked about.</param>
/// <param name="AsOf">The instant at which the ledger was read.</param>
/// <param name="Lines">The answers, one for each subject, in the order asked.</param>
/// <param name="NotIdentified">The rows of the list about which no statement is made.</param>
/// <param name="ValidTo">The last day on which the reply may be relied on; null when it says none.</param>
/// <param name="AnnexHash">SHA-256 of the annex; null for a reply without one.</param>
public sealed record ReplyLetter(
    string Office, string Number, string AskedBy, string Purpose, DateOnly On, DateTimeOffset AsOf, IReadOnlyList<ReplyLine> Lines,
    IReadOnlyList<UnansweredRow> NotIdentified, DateOnly? ValidTo = null, string? AnnexHash = null);

/// <summary>A row of the list that was asked about and means nobody.</summary>
/// <param name="Row">Its number in the list.</param>
/// <param name="Text">The row as it was pasted.</param>
public sealed record UnansweredRow(int Row, string Text);

/// <summary>The answer about one subject.</summary>
/// <param name="Name">Name of the unit or person.</param>
/// <param name="Subject">The subject's id in the register.</param>
/// <param name="Opinion">The answer.</param>
/// <param name="Bases">The decisions on which the answer rests, one sentence each.</param>
public sealed record ReplyLine(string Name, string Subject, ReplyOpinion Opinion, IReadOnlyList<string> Bases);

/// <summary>An answer about a subject, for the wording of the document.</summary>
public abstract record ReplyOpinion
{
    private ReplyOpinion()
    {
    }

    /// <summary>Nothing bars the subject.</summary>
    public sealed record Clear : ReplyOpinion;

    /// <summary>The subject is barred up to and including the day; null while the last day is not known.</summary>
    public sealed record Barred(DateOnly? Until) : ReplyOpinion;

    /// <summary>A veto awaits its decision.</summary>
    public sealed record Pending : ReplyOpinion;
}
