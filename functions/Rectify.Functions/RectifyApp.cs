using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Rectify.Functions.Access;
using Rectify.Functions.Board;
using Rectify.Functions.Cases;
using Rectify.Functions.Feeds;
using Rectify.Functions.Health;
using Rectify.Functions.Mail;
using Rectify.Functions.Middleware;
using Rectify.Functions.Observability;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Accounts;
using Rectify.Office.Admonitions;
using Rectify.Office.Assessments;
using Rectify.Office.Audit;
using Rectify.Office.BarredRegister;
using Rectify.Office.Calendar;
using Rectify.Office.CalendarChanges;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Delivery;
using Rectify.Office.Eligibility;
using Rectify.Office.JointListings;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Listings;
using Rectify.Office.Matching;
using Rectify.Office.Observability;
using Rectify.Office.Openings;
using Rectify.Office.Overview;
using Rectify.Office.Performance;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;
using Rectify.Office.Search;
using Rectify.Office.Settings;
using Rectify.Office.Statistics;
using Rectify.Office.TakeOvers;
using Rectify.Office.Upkeep;
using Rectify.Office.Vetoes;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions;

/// <summary>Registers Rectify's middleware and services, the same for every host.</summary>
public static class RectifyApp
{
    /// <summary>Adds the app's middleware.</summary>
    /// <remarks>To be called after <c>ConfigureFunctionsWebApplication</c>, whose middleware provides the HTTP context.</remarks>
    public static IFunctionsWorkerApplicationBuilder UseRectify(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseWhen<LeavingClient>(AccessGate.Guards);
        builder.UseWhen<LedgerFaultAnswer>(AccessGate.Guards);
        builder.UseWhen<AccessGate>(AccessGate.Guards);
        builder.UseWhen<TextGate>(AccessGate.Guards);
        builder.UseWhen<CalendarRefresh>(CalendarRefresh.Concerns);
        builder.UseWhen<RulebookRefresh>(CalendarRefresh.Concerns);
        return builder;
    }

    /// <summary>
    /// The folder of ledger, keys and mails: <c>Data:Directory</c>; by default <c>.rectify</c> in the current folder. Under the Functions
    /// host the current folder is the app's own, which may be read-only and is watched by the host; there the default is a temporary one.
    /// </summary>
    internal static string DataDirectory(IConfiguration configuration)
    {
        if (configuration["Data:Directory"] is { Length: > 0 } chosen) return Path.GetFullPath(chosen);

        return configuration["FUNCTIONS_APPLICATION_DIRECTORY"] is { Length: > 0 }
            ? Path.Combine(Path.GetTempPath(), "rectify")
            : Path.GetFullPath(".rectify");
    }

    /// <summary>Adds the app's services, by the settings.</summary>
    /// <remarks>A host may register its own <see cref="TimeProvider"/> before this call.</remarks>
    public static IServiceCollection AddRectify(this IServiceCollection services, IConfiguration configuration)
    {
        var directory = DataDirectory(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddTelemetry(configuration).AddSignals();
        services.AddOfficeSettings(configuration).AddRulebooks().AddStorage(configuration, directory).AddMail(configuration, directory);

        // The work of the office.
        services.AddCalendar().AddRegister().AddLedger().AddLetters().AddCases();
        services.AddOpenings().AddListings().AddJointListings().AddAdmonitions().AddVetoes().AddAssessments().AddTakeOvers();
        services.AddYearlyCycle().AddDelivery().AddYearlyRounds().AddCalendarChanges().AddRulebookChanges().AddRegisterEntries();
        services.AddEligibility().AddMatching().AddConsultations().AddBarredRegister().AddPerformanceRecords().AddAudit();
        services.AddOverview().AddSearch().AddStatistics();

        // Access, orchestrations, and the HTTP interface with its pages.
        services.AddAccounts();
        services.AddAccess(configuration).AddOrchestrations(configuration).AddOpeningRequests().AddFeeds().AddHealth().AddBoard();
        services.AddStartCheck();
        return services;
    }
}
