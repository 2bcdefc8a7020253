using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Rectify.Functions.Access;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>The mailbox of somebody who asks for links to sign in.</summary>
internal static partial class MailBox
{
    extension(App app)
    {
        /// <summary>Asks for a link on the page, waits until it is sent, and returns the answer.</summary>
        public async Task<Browser.Answer> AskForLinkAsync(Browser browser, string address, string returnTo = "/board")
        {
            var answer = await browser.PostAsync("/board/sign-in-mail", new() { ["address"] = address, ["returnTo"] = returnTo });
            await app.Services.GetRequiredService<LinkRequests>().WhenIdleAsync();
            return answer;
        }

        /// <summary>The mails with links to an address, oldest first.</summary>
        public IReadOnlyList<MimeMessage> LinkMails(string address) => !Directory.Exists(app.MailFolder) ? [] :
        [
            .. Directory.GetFiles(app.MailFolder, "account.*.eml").Select(file => MimeMessage.Load(file))
                .Where(mail => mail.To.Mailboxes.Single().Address == address).OrderBy(mail => mail.Date),
        ];

        /// <summary>The path of the only link to an address.</summary>
        public string LinkTo(string address) => Assert.Single(Links(Assert.Single(app.LinkMails(address))));
    }

    /// <summary>The paths of the links in a mail.</summary>
    public static IReadOnlyList<string> Links(MimeMessage mail) =>
        [.. Link.Matches(mail.TextBody!).Select(link => new Uri(link.Value).PathAndQuery)];

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link { get; }
}
