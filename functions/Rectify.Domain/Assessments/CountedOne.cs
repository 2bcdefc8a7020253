using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Assessments;

/// <summary>A measure against a unit, or a failed year of its assessment, that a regulation may count.</summary>
/// <param name="What">What it is.</param>
/// <param name="Year">The calendar year of the measure, or the year that was assessed.</param>
/// <param name="On">The day of the measure, or of the decision about the year.</param>
/// <param name="Number">文号; null where it has none.</param>
public readonly record struct CountedOne(Counted What, int Year, DateOnly On, string? Number);
