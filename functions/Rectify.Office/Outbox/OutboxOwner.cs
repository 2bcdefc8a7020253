using System.Globalization;
using Rectify.Domain;
using Rectify.Domain.Identity;

namespace Rectify.Office.Outbox;

/// <summary>To what a mail belongs: a case, or the yearly cycle of a year.</summary>
/// <param name="Value">
/// The case's id, or <c>cycle-</c> and the year in four digits: this is how storages keep it. No case has such an id, since the ids of
/// cases are hexadecimal.
/// </param>
public readonly record struct OutboxOwner(string Value)
{
    private const string YearPrefix = "cycle-";

    /// <summary>The yearly cycle of a year.</summary>
    public static OutboxOwner OfYear(int year) => new($"{YearPrefix}{year.ToString("D4", CultureInfo.InvariantCulture)}");

    /// <summary>A case.</summary>
    public static implicit operator OutboxOwner(CaseId caseId) => new(caseId.Value);

    /// <summary>The year; null where the owner is a case.</summary>
    public int? Year =>
        Value.Length == YearPrefix.Length + 4 && Value.StartsWith(YearPrefix, StringComparison.Ordinal)
        && Digits.TryRead(Value.AsSpan(YearPrefix.Length), out int year)
            ? year
            : null;

    /// <summary>The case; null where the owner is a year.</summary>
    public CaseId? Case => Year is null ? new CaseId(Value) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
