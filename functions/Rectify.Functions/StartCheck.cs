using Microsoft.Extensions.Hosting;
using Rectify.Functions.Access;
using Rectify.Functions.Mail;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Settings;

namespace Rectify.Functions;

/// <summary>Reads the settings and opens the ledger when the app starts, so that what is wrong with them is said then and not to the first caller.</summary>
internal sealed class StartCheck(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Type[] needed =
            [typeof(KeyRing), typeof(OfficeSettings), typeof(ILedger), typeof(IMailer), typeof(Pace), typeof(MailEventKey), typeof(OpeningLookup)];
        foreach (var type in needed) _ = services.GetService(type);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
