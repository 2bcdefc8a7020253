using System.Text.Json.Serialization;

namespace Rectify.Office.Rulebooks;

/// <summary>Something that the office did with a rulebook. It is stored, so names and members must not change.</summary>
/// <param name="Revision">1, 2, 3 and so on, over all rulebooks.</param>
/// <param name="RulebookId">Which rulebook.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it, from the credential.</param>
/// <param name="At">When, UTC.</param>
public sealed record RulebookEntry(int Revision, string RulebookId, RulebookAct Act, string Actor, DateTimeOffset At);

/// <summary>What the office did with a rulebook.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Load), "load")]
[JsonDerivedType(typeof(PutInForce), "putInForce")]
[JsonDerivedType(typeof(Retire), "retire")]
public abstract record RulebookAct
{
    private RulebookAct()
    {
    }

    /// <summary>It uploaded the edition.</summary>
    /// <param name="Text">The text as it was uploaded.</param>
    /// <param name="TextHash">SHA-256 of the text in UTF-8, lower-case hex.</param>
    public sealed record Load(string Text, string TextHash) : RulebookAct;

    /// <summary>It decided that the edition is in force from a day on; of several decisions for one day the latest counts.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="Reason">Why.</param>
    public sealed record PutInForce(DateOnly From, string Reason) : RulebookAct;

    /// <summary>It decided that the edition can neither be named by a request nor be put in force any more.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Retire(string Reason) : RulebookAct;
}
