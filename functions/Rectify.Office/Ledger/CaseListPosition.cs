using System.Diagnostics;
using System.Globalization;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>A position in a list of cases: right after the case with this place in the order of opening and this deadline.</summary>
/// <param name="Opened">The place of that case in the order of opening.</param>
/// <param name="DueOn">The deadline of that case, as yyyy-MM-dd; empty in lists that are not ordered by deadline.</param>
public readonly record struct CaseListPosition(long Opened, string DueOn)
{
    /// <summary>The position in a token; null at the beginning.</summary>
    /// <exception cref="FormatException">The token does not come from a list in this order.</exception>
    public static CaseListPosition? Read(CaseOrder order, string? token)
    {
        if (ContinuationToken.Key(ListOf(order), token) is not { } key) return null;

        var parts = key.Split(' ');
        var due = order == CaseOrder.Due && parts.Length == 2 ? parts[0] : "";
        return parts.Length == (order == CaseOrder.Due ? 2 : 1)
            && (order != CaseOrder.Due
                || IsoDay.TryParse(due, out _))
            && Digits.TryRead(parts[^1], out long opened)
            ? new CaseListPosition(opened, due)
            : throw ContinuationToken.Malformed();
    }

    /// <summary>
    /// Makes a slice of <paramref name="top"/> items from rows that were read with one more, which tells whether the list goes on.
    /// </summary>
    public static Slice<CaseEntry> Slice(CaseOrder order, IReadOnlyList<(long Opened, CaseEntry Entry)> read, int top) =>
        ContinuationToken.Slice(ListOf(order), read, top, row => order == CaseOrder.Due
            ? string.Create(CultureInfo.InvariantCulture, $"{StoredText.Of(row.Entry.DueOn)} {row.Opened}")
            : row.Opened.ToString(CultureInfo.InvariantCulture)).Select(row => row.Entry);

    /// <summary>Whether a case comes after this position.</summary>
    public bool IsBefore(CaseOrder order, long opened, CaseEntry entry) => order switch
    {
        CaseOrder.Newest => opened < Opened,
        CaseOrder.Due => (StoredText.Of(entry.DueOn), opened).CompareTo((DueOn, Opened)) > 0,
        _ => opened > Opened,
    };

    private static string ListOf(CaseOrder order) => order switch
    {
        CaseOrder.Opened => "cases",
        CaseOrder.Newest => "cases-newest",
        CaseOrder.Due => "cases-due",
        _ => throw new UnreachableException(order.ToString()),
    };
}
