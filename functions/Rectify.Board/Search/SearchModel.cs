using Rectify.Board.Register;

namespace Rectify.Board.Search;

/// <summary>What was found by a part of a name, an id or a document number.</summary>
/// <param name="Text">What was searched for.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Units">Units.</param>
/// <param name="Officials">Persons.</param>
/// <param name="Most">How many of each kind are listed at most.</param>
public sealed record SearchModel(
    string Text, IReadOnlyList<CaseListRow> Cases, IReadOnlyList<FoundLine> Units, IReadOnlyList<FoundLine> Officials, int Most);

/// <summary>A unit or a person that was found.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The unit above, or unit and post.</param>
public sealed record FoundLine(string Address, string Name, string Place);
