using Rectify.Board.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Registry;

/// <summary>A page of the units of the register.</summary>
/// <param name="Rows">The units of the page.</param>
/// <param name="Found">Which page, and of how many.</param>
/// <param name="Actions">What the reader may begin here.</param>
/// <param name="Table">Address of all units as a CSV table; null for a reader who may not export them.</param>
public sealed record UnitsModel(IReadOnlyList<UnitRow> Rows, FoundPage Found, IReadOnlyList<CaseLink> Actions, string? Table);

/// <summary>A unit in the list.</summary>
/// <param name="UnitId">The unit's id.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="Kind">The unit's kind.</param>
/// <param name="Level">The unit's level.</param>
/// <param name="Liaison">The name of the liaison officer.</param>
/// <param name="SuccessorUnitId">The successor unit; null while the unit exists.</param>
public sealed record UnitRow(string UnitId, string Name, Bilingual Kind, Bilingual Level, string Liaison, string? SuccessorUnitId);

/// <summary>A page of the officials of the register.</summary>
/// <param name="Rows">The officials of the page.</param>
/// <param name="UnitId">The unit whose officials are shown; null for all.</param>
/// <param name="Found">Which page, and of how many.</param>
/// <param name="Actions">What the reader may begin here.</param>
/// <param name="Table">Address of all officials as a CSV table; null for a reader who may not export them.</param>
public sealed record OfficialsModel(IReadOnlyList<OfficialRow> Rows, string? UnitId, FoundPage Found, IReadOnlyList<CaseLink> Actions,
    string? Table);

/// <summary>An official in a list.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">The official's page; null for a reader who may not see it.</param>
/// <param name="UnitId">The unit of the post.</param>
/// <param name="UnitName">The unit's name; null when the register does not have it.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in the post.</param>
/// <param name="To">Last day in the post; null while it is held.</param>
public sealed record OfficialRow(string Name, string? Address, string UnitId, string? UnitName, string Post, LeaderRole Role, DateOnly From,
    DateOnly? To);

/// <summary>Which page of the results of a search is shown.</summary>
/// <param name="Search">The text that was searched for; empty for no search.</param>
/// <param name="Total">The number of results.</param>
/// <param name="Page">The number of the page shown, from 1.</param>
/// <param name="Pages">The number of pages, at least 1.</param>
public sealed record FoundPage(string Search, int Total, int Page, int Pages);
