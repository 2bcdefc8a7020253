using System.Globalization;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Accounts;

/// <summary>登录链接: the mail with a link to sign in.</summary>
internal static class SignInTexts
{
    public const string Template = "sign-in";

    public static (string Subject, string Body) Of(Uri link, TimeSpan lifetime, MailLanguage language, OfficeSettings office)
    {
        var minutes = ((int)lifetime.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        var (subject, body) = language == MailLanguage.English
            ? ($"Your link to sign in at {office.Name}", English(link, minutes, office.Name))
            : ($"{office.Name}：登录链接", Chinese(link, minutes, office.Name));
        return (subject, body.ReplaceLineEndings("\n") + "\n");
    }

    private static string Chinese(Uri link, string minutes, string office) => $"""
        有人（应当是您本人）请求以此邮箱登录。请打开下面的链接，再按页面上的“登录”按钮：

        {link.AbsoluteUri}

        链接在 {minutes} 分钟内有效，只能使用一次。如非您本人请求，不必理会，也请勿转发本邮件。

        {office}
        """;

    private static string English(Uri link, string minutes, string office) => $"""
        Somebody, we suppose you, asked to sign in with this address. Open the link, then press the button "Sign in" on its page:

        {link.AbsoluteUri}

        The link is valid for {minutes} minutes and can be used once. If it was not you, do nothing, and do not forward this mail.

        {office}
        """;
}
