using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Access;
using Rectify.Functions.Mail;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Settings;

namespace Rectify.Functions;

/// <summary>What is read when the app starts.</summary>
internal static class StartCheckServices
{
    private static readonly Type[] Read =
    [
        typeof(KeyRing), typeof(OfficeSettings), typeof(ILedger), typeof(IMailer), typeof(Pace), typeof(MailEventKey),
        typeof(OpeningLookup), typeof(RetentionSetting),
    ];

    public static IServiceCollection AddStartCheck(this IServiceCollection services) =>
        services.AddHostedService(provider => new StartCheck(() => Array.ForEach(Read, type => provider.GetRequiredService(type))));
}
