using Rectify.Office.Statistics;

namespace Rectify.Board.Statistics;

/// <summary>统计: what happened in a period.</summary>
/// <param name="Statistics">The figures.</param>
/// <param name="Table">The address of the same as a table.</param>
public sealed record StatisticsModel(StatisticsView Statistics, string Table);
