using Microsoft.Extensions.Hosting;
using Rectify.Functions.Access;
using Rectify.Functions.Mail;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Settings;

namespace Rectify.Functions;

/// <summary>
/// Reads the settings and opens the ledger when the app starts, so that errors in them are reported at the start and not to the first
/// caller.
/// </summary>
internal sealed class StartCheck : IHostedService
{
    /// <summary>Injecting these services reads the settings and opens the ledger.</summary>
    public StartCheck(
        KeyRing keys, OfficeSettings office, ILedger ledger, IMailer mailer, Pace pace, MailEventKey mailEvents, OpeningLookup openings) =>
        _ = (keys, office, ledger, mailer, pace, mailEvents, openings);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
