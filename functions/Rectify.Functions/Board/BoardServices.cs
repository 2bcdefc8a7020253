using Microsoft.Extensions.DependencyInjection;
using Rectify.Board;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Board.Years;

namespace Rectify.Functions.Board;

/// <summary>Registers the services of the board.</summary>
public static class BoardServices
{
    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<Flash>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<RefusalPages>();
        services.AddSingleton<ActionForms>();
        services.AddSingleton<UnitChoice>();
        services.AddSingleton<OpeningForms>();
        services.AddSingleton<UnitForm>();
        services.AddSingleton<OfficialForm>();
        services.AddSingleton<EntryForms>();
        services.AddSingleton<YearlyRecords>();
        services.AddSingleton<ImportForm>();
        services.AddSingleton<NoticeForm>();
        services.AddSingleton<ConsultationForm>();
        services.AddSingleton<OverviewReport>();
        services.AddSingleton<SanctionsReport>();
        return services;
    }
}
