using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Office.Matching;

/// <summary>The messages that say why a list of names is not looked up.</summary>
public static class MatchingMessages
{
    public static readonly MessageCode<int, int> RowCount = new(
        "row-count", "at most {0} rows; got {1}.", "名单最多 {0} 行，现有 {1} 行。");

    public static readonly MessageCode<int, int, int> LongRow = new(
        "row-too-long", "row {0} has at most {1} characters; got {2}.", "第 {0} 行最多 {1} 个字，现有 {2} 个。");

    /// <summary>The refusal of a list with a row that is too long.</summary>
    internal static Problem Long(string member, (int Row, int Length) row) =>
        Problem.Rule(member, LongRow.With(row.Row, RegisterMatching.MaxRowLength, row.Length));

    /// <summary>The refusal of a list with too many rows.</summary>
    internal static Problem Count(string member, int rows) => Problem.Rule(member, RowCount.With(RegisterMatching.MaxRows, rows));
}
