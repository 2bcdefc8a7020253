using Microsoft.Extensions.DependencyInjection;
using Rectify.Board;
using Rectify.Functions.Board.Accounts;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Overview;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Board.Rulebooks;
using Rectify.Functions.Board.Years;

namespace Rectify.Functions.Board;

/// <summary>Registers the services of the board.</summary>
public static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddSingleton<PageRenderer>()
        .AddSingleton<Flash>()
        .AddSingleton<FormReader>()
        .AddSingleton<BoardPages>()
        .AddSingleton<RefusalPages>()
        .AddSingleton<ActionForms>()
        .AddSingleton<UnitChoice>()
        .AddSingleton<OpeningForms>()
        .AddSingleton<SeveralUnits>()
        .AddSingleton<JointListingForms>()
        .AddSingleton<UnitForm>()
        .AddSingleton<OfficialForm>()
        .AddSingleton<EntryForms>()
        .AddSingleton<YearlyRecords>()
        .AddSingleton<ImportForm>()
        .AddSingleton<TakeOverForm>()
        .AddSingleton<NoticeForm>()
        .AddSingleton<LoadRulebookForm>()
        .AddSingleton<RulebookDecisionForms>()
        .AddSingleton<AccountForms>()
        .AddSingleton<SessionRows>()
        .AddSingleton<ConsultationForm>()
        .AddSingleton<WaitingReport>()
        .AddSingleton<ChangesReport>()
        .AddSingleton<ComingReport>()
        .AddSingleton<OverviewReport>()
        .AddSingleton<UnitHomeReport>()
        .AddSingleton<SanctionsReport>();
}
