using System.Globalization;
using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>A place in a list of cases: after the case that was opened as this one, with this deadline.</summary>
/// <param name="Opened">Its place in the order of opening.</param>
/// <param name="DueOn">Its deadline, as yyyy-MM-dd; empty where the order does not ask for it.</param>
public readonly record struct CaseListPosition(long Opened, string DueOn)
{
    /// <summary>The place in a token; null at the beginning.</summary>
    /// <exception cref="FormatException">The token does not come from a list in this order.</exception>
    public static CaseListPosition? Read(CaseOrder order, string? token)
    {
        if (ContinuationToken.Key(ListOf(order), token) is not { } key) return null;

        var parts = key.Split(' ');
        var due = order == CaseOrder.Due && parts.Length == 2 ? parts[0] : "";
        return parts.Length == (order == CaseOrder.Due ? 2 : 1)
            && (order != CaseOrder.Due
                || DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var opened)
            ? new CaseListPosition(opened, due)
            : throw ContinuationToken.Malformed();
    }

    /// <summary>Cuts what was read, one more than asked for, to a slice.</summary>
    public static Slice<CaseEntry> Slice(CaseOrder order, IReadOnlyList<(long Opened, CaseEntry Entry)> read, int top)
    {
        var slice = ContinuationToken.Slice(ListOf(order), read, top, row => order == CaseOrder.Due
            ? string.Create(CultureInfo.InvariantCulture, $"{StoredText.Of(row.Entry.DueOn)} {row.Opened}")
            : row.Opened.ToString(CultureInfo.InvariantCulture));
        return new([.. slice.Items.Select(row => row.Entry)], slice.Continuation);
    }

    /// <summary>Whether a case comes after this place.</summary>
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
        _ => throw new System.Diagnostics.UnreachableException(order.ToString()),
    };
}
