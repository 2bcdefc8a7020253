namespace Rectify.Board.Documents;

/// <summary>工作实绩档案（摘录）: the record of performance of an official, as of a day.</summary>
/// <param name="Office">Who made the extract.</param>
/// <param name="Name">The official.</param>
/// <param name="OfficialId">The official's id in the register.</param>
/// <param name="AsOf">The day; it is also the date under the extract.</param>
/// <param name="Parts">The tables, in order.</param>
public sealed record PerformanceSheet(string Office, string Name, string OfficialId, DateOnly AsOf, IReadOnlyList<PerformancePart> Parts);

/// <summary>A table of the record.</summary>
/// <param name="Heading">The heading, without a number.</param>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Rows">The rows; empty when nothing was entered.</param>
public sealed record PerformancePart(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
