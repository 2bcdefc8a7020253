using Rectify.Board.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Registry;

/// <summary>A page of the units of the register.</summary>
/// <param name="Rows">The units of the page.</param>
/// <param name="Found">Which page, and of how many.</param>
/// <param name="Actions">What the reader may begin here.</param>
/// <param name="Table">Address of the whole register of units as a table; null for who may not save it.</param>
public sealed record UnitsModel(IReadOnlyList<UnitRow> Rows, FoundPage Found, IReadOnlyList<CaseLink> Actions, string? Table);

/// <summary>A unit in the list.</summary>
/// <param name="UnitId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Liaison">Who receives its mail.</param>
/// <param name="SuccessorUnitId">The unit that took its place; null while it exists.</param>
public sealed record UnitRow(string UnitId, string Name, Bilingual Kind, Bilingual Level, string Liaison, string? SuccessorUnitId);

/// <summary>A page of the officials of the register.</summary>
/// <param name="Rows">The officials of the page.</param>
/// <param name="UnitId">Of which unit; null for all.</param>
/// <param name="Found">Which page, and of how many.</param>
/// <param name="Actions">What the reader may begin here.</param>
/// <param name="Table">Address of the whole register of officials as a table; null for who may not save it.</param>
public sealed record OfficialsModel(IReadOnlyList<OfficialRow> Rows, string? UnitId, FoundPage Found, IReadOnlyList<CaseLink> Actions,
    string? Table);

/// <summary>An official in a list.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">The official's page; null for a reader who may not see it.</param>
/// <param name="UnitId">The unit of the post.</param>
/// <param name="UnitName">Its name; null when the register does not hold it.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in the post.</param>
/// <param name="To">Last day in it; null while it is held.</param>
public sealed record OfficialRow(string Name, string? Address, string UnitId, string? UnitName, string Post, LeaderRole Role, DateOnly From,
    DateOnly? To);

/// <summary>What a search found, in pages.</summary>
/// <param name="Search">The words; empty when nothing was searched for.</param>
/// <param name="Total">How many were found.</param>
/// <param name="Page">The page shown, 1 for the first.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record FoundPage(string Search, int Total, int Page, int Pages);
