using Rectify.Domain.Identity;

namespace Rectify.Office.Consultations;

/// <summary>A row of the list that was asked about, and how its subject was found. It is part of the stored reply.</summary>
/// <param name="Row">The number of the row in the list.</param>
/// <param name="Text">The row as it was pasted.</param>
/// <param name="Identification">How its subject was found, or that it was not.</param>
/// <param name="Subject">The subject; null for a row about which no statement is made.</param>
/// <param name="Candidates">Among how many the asker chose, or could have chosen; 0 where nobody had to choose.</param>
/// <param name="SameAs">The first row with the same subject or the same text; null for the first.</param>
public sealed record ConsultedRow(
    int Row, string Text, Identification Identification, Subject? Subject, int Candidates, int? SameAs);

/// <summary>How the subject of a row was found.</summary>
public enum Identification
{
    /// <summary>The row has the subject's id.</summary>
    ById,

    /// <summary>Exactly one subject of the register fits the row.</summary>
    OnlyOne,

    /// <summary>The asker chose one of several, or confirmed one.</summary>
    Chosen,

    /// <summary>The asker chose none of the candidates: no statement is made.</summary>
    NoneChosen,

    /// <summary>Nobody in the register fits: no statement is made.</summary>
    Unknown,
}
