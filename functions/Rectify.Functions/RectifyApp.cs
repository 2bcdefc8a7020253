using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rectify.Board;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Access;
using Rectify.Functions.Board;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Consultations;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Board.Openings;
using Rectify.Functions.Board.Records;
using Rectify.Functions.Board.Years;
using Rectify.Functions.Cases;
using Rectify.Functions.Feeds;
using Rectify.Functions.Health;
using Rectify.Functions.Mail;
using Rectify.Functions.Middleware;
using Rectify.Functions.Observability;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Access;
using Rectify.Office.Admonitions;
using Rectify.Office.Assessments;
using Rectify.Office.Audit;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Delivery;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Listings;
using Rectify.Office.Observability;
using Rectify.Office.Openings;
using Rectify.Office.Performance;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Settings;
using Rectify.Office.Upkeep;
using Rectify.Office.Vetoes;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions;

/// <summary>What makes a function app Rectify: middleware and services, the same in every host.</summary>
public static class RectifyApp
{
    /// <summary>Puts the app's own middleware before its HTTP functions.</summary>
    /// <remarks>To be called after <c>ConfigureFunctionsWebApplication</c>, whose middleware gives a function its request.</remarks>
    public static IFunctionsWorkerApplicationBuilder UseRectify(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseWhen<LeavingClient>(AccessGate.Guards);
        builder.UseWhen<LedgerFaultAnswer>(AccessGate.Guards);
        builder.UseWhen<AccessGate>(AccessGate.Guards);
        builder.UseWhen<TextGate>(AccessGate.Guards);
        builder.UseWhen<CalendarRefresh>(CalendarRefresh.Concerns);
        return builder;
    }

    /// <summary>The folder of ledger, keys and mails: <c>Data:Directory</c>, <c>.rectify</c> in the current folder unless told.</summary>
    internal static string DataDirectory(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? ".rectify");

    /// <summary>Adds the app's services, by the settings.</summary>
    /// <remarks>A host may add its own <see cref="TimeProvider"/> before.</remarks>
    public static IServiceCollection AddRectify(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = DataDirectory(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(RulebookCatalog.Shipped);
        services.AddSingleton(_ => OfficeSettings.Read(configuration));
        services.AddSingleton(provider => KeyRing.Read(configuration, provider.GetRequiredService<IOfficerKey>()));
        services.AddSingleton(_ => SignIn.Read(configuration));
        services.AddStorage(configuration, directory);
        services.AddSingleton<CurrentCalendar>();
        services.AddSingleton<CalendarSweep>();
        services.AddSingleton<CalendarHandler>();

        services.AddSingleton(provider => provider.GetRequiredService<OfficeSettings>().ToNoticeSettings());
        services.AddSingleton(provider => MailSettings.Choose(
            configuration, provider.GetRequiredService<OfficeSettings>(), Path.Combine(directory, "mail")));
        services.AddSingleton(provider => MailSettings.PaceOf(configuration, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailerHealth>();
        services.AddSingleton<ICaseMail, CaseMail>();
        services.AddSingleton<RecipientToday>();
        services.AddSingleton<ResendHandler>();
        services.AddSingleton(_ => MailEventKey.Read(configuration));
        services.AddSingleton<PersonJoins>();
        services.AddSingleton<RegisterWarnings>();
        services.AddSingleton<AddresseeLookup>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<UnreadableAlert>();

        services.AddTelemetry(configuration);
        services.AddSingleton<Signals>();
        services.AddSingleton<RegisterImport>();
        services.AddSingleton<YearlyRecordHandler>();
        services.AddSingleton<YearlyReport>();
        services.AddSingleton<YearlyReminders>();
        services.AddSingleton<YearlyMail>();
        services.AddSingleton<YearlyRounds>();
        services.AddSingleton<PerformanceReport>();
        services.AddSingleton<RegisterHandler>();
        services.AddSingleton<DocumentNumbers>();
        services.AddSingleton<UnreadableCases>();
        services.AddSingleton<IndexDerivation>();
        services.AddSingleton<LedgerAudit>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<NotBarred>();
        services.AddSingleton<OverdueVetoes>();
        services.AddSingleton<CaseViews>();
        services.AddSingleton<CaseRepository>();
        services.AddSingleton<AppendBuilder>();
        services.AddSingleton<CaseCommandHandler>();
        services.AddSingleton<VisibleCases>();
        services.AddSingleton<CaseQuery>();
        services.AddSingleton<SubjectLookup>();
        services.AddSingleton<DueStepRunner>();
        services.AddSingleton<Workflows>();
        services.AddSingleton<ReconcileLog>();
        services.AddSingleton<LedgerClock>();
        services.AddSingleton<HealthReport>();
        services.AddSingleton<OpeningLookup>();
        services.AddSingleton<OpeningWarnings>();
        services.AddSingleton<OpeningHandler>();
        services.AddSingleton<OpeningRequests>();
        services.AddSingleton<LadderLookup>();
        services.AddSingleton<OpenAdmonition>();
        services.AddSingleton<OpenListing>();
        services.AddSingleton<OpenDirectVeto>();
        services.AddSingleton<AssessmentHandler>();
        services.AddSingleton<ConsultationHandler>();
        services.AddSingleton<VisibleConsultations>();
        services.AddSingleton<PageRenderer>();

        services.AddDataProtection().SetApplicationName("rectify");
        services.AddOptions<KeyManagementOptions>().Configure<IAccessStore>((options, store) => options.XmlRepository = new ProtectionKeys(store));
        // The seal's keys are as private as the ledger that they lie beside; that nothing encrypts them needs no warning.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<BoardCookies>();
        services.AddSingleton<KeyAttempts>();
        services.AddSingleton<FeedDrafts>();
        services.AddSingleton(provider => new Sessions(
            provider.GetRequiredService<IAccessStore>(), provider.GetRequiredService<KeyRing>(), provider.GetRequiredService<BoardCookies>(), TimeProvider.System));
        services.AddSingleton<FormSeal>();
        services.AddSingleton<Flash>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<BoardPages>();
        services.AddSingleton<RefusalPages>();
        services.AddSingleton<UnknownRoutes>();
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
        services.AddHostedService<StartCheck>();
        return services;
    }
}
