using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Register;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Bench.Board;

/// <summary>
/// Fills a ledger with cases of the last two years, each as the domain decides it, with all entries of a case in one append.
/// </summary>
internal sealed class FullLedger(IServiceProvider services, DateTimeOffset now)
{
    private const int Units = 1_000;
    private const int DaysBack = 720;

    private readonly AppendBuilder appendBuilder = services.GetRequiredService<AppendBuilder>();
    private readonly ILedger ledger = services.GetRequiredService<ILedger>();
    private readonly CurrentCalendar calendar = services.GetRequiredService<CurrentCalendar>();

    public async Task FillAsync(int cases)
    {
        await RegisterAsync();
        for (var i = 0; i < cases; i++)
        {
            var listedOn = LocalDay.Of(now).AddDays((int)((long)i * DaysBack / cases) - DaysBack);
            var append = await PlayAsync(i, listedOn, CasePlans.For(i, listedOn));
            if (await ledger.AppendAsync(append, CancellationToken.None) is var outcome and not AppendOutcome.Recorded)
                throw new InvalidOperationException($"The case {i} was not recorded: {outcome}.");
        }

        // They went out when they were written; of every thousandth nobody knows.
        await services.GetRequiredService<SqliteDatabase>().WriteAsync(
            connection => connection.Execute("UPDATE notices SET status = CASE WHEN position % 1000 = 0 THEN 'unknown' ELSE 'sent' END"),
            CancellationToken.None);
    }

    // Everything that falls due and everything that somebody does, in order and each at its own instant.
    private async Task<LedgerAppend> PlayAsync(int number, DateOnly listedOn, IReadOnlyList<PlannedAct> acts)
    {
        var caseId = new CaseId(Guid.CreateVersion7(LocalDay.StartOf(listedOn).AddMilliseconds(number)).ToString("n"));
        var document = new DocumentSeries("永平安督", listedOn.Year).At(number + 1);
        var (all, entry) = (new LedgerAppend(null!, 0, [], []), (CaseEntry?)null);
        CaseState state = new CaseState.NotOpened();
        Queue<PlannedAct> rest = new([CasePlans.Listing(number, listedOn, document.Text, UnitOf(number), Leaders(number)), .. acts]);
        while (Next(state, rest) is var (at, command))
        {
            var context = new DecisionContext(caseId, at, calendar.Value);
            if (Decider.Decide(command, state, context) is not Decision.Accepted({ Count: > 0 } events))
            {
                if (state is CaseState.NotOpened) throw new InvalidOperationException($"The listing of {listedOn} was refused.");
                continue;
            }

            var to = await appendBuilder.AddresseesAsync(all.Events, events, CancellationToken.None);
            var (append, _) = appendBuilder.Build(all.Events, state, events, context, "officer:officer", to);
            all = all with { Events = [.. all.Events, .. append.Events], Notices = [.. all.Notices, .. append.Notices] };
            (entry, state) = (append.Entry, Evolution.Fold(state, events));
        }

        var file = ((CaseState.Opened)state).File;
        return all with { Entry = entry!, Opening = new CaseOpening([.. file.Subjects], document, null) };
    }

    private (DateTimeOffset At, CaseCommand Command)? Next(CaseState state, Queue<PlannedAct> acts)
    {
        var act = acts.TryPeek(out var planned) ? LocalDay.At(planned.On, new TimeOnly(10, 0)) : DateTimeOffset.MaxValue;
        var due = Schedule.Of(state, calendar.Value) is [var step, ..] ? step.DueAt : DateTimeOffset.MaxValue;
        if ((act < due ? act : due) > now) return null;
        return act < due ? (act, acts.Dequeue().Command) : (due, new CaseCommand.CarryOutDue());
    }

    private async Task RegisterAsync()
    {
        var units = Enumerable.Range(0, Units).Select(i => new Unit(
            UnitOf(i).UnitId, UnitOf(i).Name, UnitKind.Locality, UnitLevel.Township, null, new Liaison("联络员", $"u{i}@county.example"),
            "office@county.example"));
        var officials = Enumerable.Range(0, Units).SelectMany(i => Leaders(i).Select(leader => new Official(
            leader.OfficialId, leader.Name, $"{leader.OfficialId}@county.example", UnitOf(i).UnitId, leader.Post, leader.Role,
            new DateOnly(2020, 1, 1), null)));
        await services.GetRequiredService<IRegisterStore>().PutAllAsync([.. units], [.. officials], CancellationToken.None);
    }

    private static ListedUnit UnitOf(int number) =>
        new(new UnitId($"u{number % Units}"), string.Create(CultureInfo.InvariantCulture, $"第{number % Units + 1}街道"));

    private static IReadOnlyList<ListedLeader> Leaders(int number) =>
    [
        .. from role in (LeaderRole[])[LeaderRole.Principal, LeaderRole.Supervising, LeaderRole.InCharge]
           let kind = role == LeaderRole.Principal ? "主要" : role == LeaderRole.InCharge ? "分管" : "主管"
           let unit = UnitOf(number)
           select new ListedLeader(new OfficialId($"{unit.UnitId}-{role}"), $"{unit.Name}{kind}负责人", "负责人", role)
    ];
}
