using Microsoft.AspNetCore.DataProtection;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Board;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Admonitions;
using Rectify.Functions.Assessments;
using Rectify.Functions.Board;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Board.Years;
using Rectify.Functions.Calendar;
using Rectify.Functions.Cases;
using Rectify.Functions.Consultations;
using Rectify.Functions.Health;
using Rectify.Functions.Ledger;
using Rectify.Functions.Listings;
using Rectify.Functions.Notices;
using Rectify.Functions.Notices.Acs;
using Rectify.Functions.Observability;
using Rectify.Functions.Performance;
using Rectify.Functions.Registry;
using Rectify.Functions.Vetoes;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions;

/// <summary>Puts the app together, the same in both hosts.</summary>
public static class RectifyApp
{
    /// <summary>The app, ready to be built and run.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseWhen<AccessGate>(AccessGate.Guards);
        builder.UseWhen<CalendarRefresh>(AccessGate.Guards);
        builder.Services.AddRectify(builder.Configuration);
        return builder;
    }

    /// <summary>The folder of ledger, keys and mails: <c>Data:Directory</c>, <c>.rectify</c> in the current folder unless told.</summary>
    internal static string DataDirectory(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? ".rectify");

    private static void AddRectify(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = DataDirectory(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(RulebookShelf.Shipped);
        services.AddSingleton(_ => OfficeSettings.Read(configuration));
        services.AddSingleton(provider => KeyRing.Read(configuration, provider.GetRequiredService<IOfficerKey>()));
        services.AddSingleton(_ => SignIn.Read(configuration));
        services.AddStorage(configuration, directory);
        services.AddSingleton<CurrentCalendar>();
        services.AddSingleton<CalendarSweep>();
        services.AddSingleton<CalendarDesk>();

        services.AddSingleton(provider => provider.GetRequiredService<OfficeSettings>().ToNoticeSettings());
        services.AddSingleton(provider => MailSettings.Choose(
            configuration, provider.GetRequiredService<OfficeSettings>(), Path.Combine(directory, "mail")));
        services.AddSingleton(provider => MailSettings.PaceOf(configuration, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailerHealth>();
        services.AddSingleton<ICaseMail, CaseMail>();
        services.AddSingleton<ResendDesk>();
        services.AddSingleton(_ => MailEventKey.Read(configuration));
        services.AddSingleton<AddresseeBook>();
        services.AddSingleton<Postman>();
        services.AddSingleton<PostRoom>();

        services.AddTelemetry(configuration);
        services.AddSingleton<Signals>();
        services.AddSingleton<PostArchive>();
        services.AddSingleton<RegisterImport>();
        services.AddSingleton<YearlyDesk>();
        services.AddSingleton<YearlyReport>();
        services.AddSingleton<YearlyReminders>();
        services.AddSingleton<YearlyMail>();
        services.AddSingleton<YearlyRounds>();
        services.AddSingleton<PerformanceReport>();
        services.AddSingleton<RegistryDesk>();
        services.AddSingleton<NumberClerk>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<SubjectFile>();
        services.AddSingleton<Caretaker>();
        services.AddSingleton<Workflows>();
        services.AddSingleton<ReconcileLog>();
        services.AddSingleton<HealthReport>();
        services.AddSingleton<CaseClerk>();
        services.AddSingleton<OpeningDesk>();
        services.AddSingleton<OpeningRequests>();
        services.AddSingleton<LadderClerk>();
        services.AddSingleton<AdmonitionClerk>();
        services.AddSingleton<ListingClerk>();
        services.AddSingleton<DirectVetoClerk>();
        services.AddSingleton<AssessmentDesk>();
        services.AddSingleton<ConsultationDesk>();
        services.AddSingleton<PageRenderer>();

        services.AddDataProtection().SetApplicationName("rectify").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(directory, "sessions")));
        // The seal's keys are as private as the ledger in the folder beside them; that nothing encrypts them needs no warning.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<SessionSeal>();
        services.AddSingleton<FormSeal>();
        services.AddSingleton<Flash>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<BoardDoor>();
        services.AddSingleton<ActionForms>();
        services.AddSingleton<UnitChoice>();
        services.AddSingleton<OpeningForms>();
        services.AddSingleton<UnitForm>();
        services.AddSingleton<OfficialForm>();
        services.AddSingleton<EntryForms>();
        services.AddSingleton<YearlyShelf>();
        services.AddSingleton<ImportForm>();
        services.AddSingleton<NoticeForm>();
        services.AddSingleton<ConsultationForm>();
        services.AddSingleton<OverviewReport>();
        services.AddSingleton<SanctionsReport>();
#if EMBEDDED
        services.AddHostedService<FirstStart>();
#endif
        services.AddHostedService<StartCheck>();
    }
}
