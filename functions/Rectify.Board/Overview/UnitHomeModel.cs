using Rectify.Domain.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Board.Overview;

/// <summary>The first page of a unit: its own open cases, and what to do next in each.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Cases">The open cases, the nearest deadline first.</param>
/// <param name="Since">What has changed since the person last looked.</param>
public sealed record UnitHomeModel(DateOnly Today, IReadOnlyList<OwnCase> Cases, SinceModel Since);

/// <summary>A case of the unit.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="Status">Its status.</param>
/// <param name="Awaits">The act for which it waits.</param>
/// <param name="DueOn">Its deadline; null when none runs.</param>
/// <param name="Provisional">Whether the deadline may still move.</param>
/// <param name="DaysLeft">Days from today to the deadline; below zero when it has passed.</param>
/// <param name="Act">The form with which the unit does what comes next; null while it waits for others.</param>
public sealed record OwnCase(
    string CaseId, string DocumentNumber, CaseStatus Status, AwaitedAct Awaits, DateOnly? DueOn, bool Provisional, int DaysLeft,
    ActLink? Act);
