using Rectify.Board.Cases;
using Rectify.Domain.Messages;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Board.Accounts;

/// <summary>The list of everybody who has access.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Keys">The keys of the settings.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record AccountsModel(
    IReadOnlyList<AccountView> Accounts, IReadOnlyList<SettingsKeyRow> Keys, IReadOnlyList<CaseLink> Actions);

/// <summary>A key of the settings.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">What it may do.</param>
/// <param name="UnitId">The unit it speaks for; null for roles without one.</param>
/// <param name="Place">The setting.</param>
public sealed record SettingsKeyRow(string Name, Role Role, string? UnitId, string Place);

/// <summary>The page of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Acts">What was done with it, in words, oldest first.</param>
/// <param name="Sessions">Where its holder is signed in.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record AccountModel(
    AccountView Account, IReadOnlyList<AccountActLine> Acts, SessionsModel Sessions, IReadOnlyList<CaseLink> Actions)
{
    /// <summary>The forms for the keys of a system; null when the reader may not give or revoke any.</summary>
    public KeyForms? KeyForms { get; init; }
}

/// <summary>The tickets of the forms that give a key and revoke one.</summary>
public sealed record KeyForms(string IssueTicket, string RevokeTicket);

/// <summary>Something that was done with an account.</summary>
public sealed record AccountActLine(DateTimeOffset At, string Actor, Bilingual What);

/// <summary>A key that was just issued: the only page that shows it.</summary>
public sealed record IssuedKeyModel(IssuedKeyView Issued, string Back);

/// <summary>Sessions of the board.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="EndTicket">The ticket of the form that ends one; null when the reader may not.</param>
/// <param name="Back">The page that is shown after one was ended.</param>
public sealed record SessionsModel(IReadOnlyList<SessionRow> Sessions, string? EndTicket, string Back);

/// <summary>The page of the reader's own sessions, for officers with those of everybody else.</summary>
/// <param name="Own">The reader's own.</param>
/// <param name="Others">Those of everybody else; null when the reader may not see them.</param>
public sealed record OwnSessionsModel(SessionsModel Own, SessionsModel? Others);

/// <summary>A session.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Actor">Whose it is.</param>
/// <param name="BeganAt">When it began, UTC; null when that is not known.</param>
/// <param name="UsedAt">When it was last used, UTC; null when that is not known.</param>
/// <param name="Place">Where it was last used; null when that is not known.</param>
/// <param name="EndsAt">When it ends by itself, UTC.</param>
/// <param name="IsThis">Whether the reader reads this page in it.</param>
public sealed record SessionRow(
    string Id, string Actor, DateTimeOffset? BeganAt, DateTimeOffset? UsedAt, string? Place, DateTimeOffset EndsAt, bool IsThis);
