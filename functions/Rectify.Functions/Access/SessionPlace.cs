using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Access;

/// <summary>Where a session is used, in words by which its owner recognizes it: browser, system, network address.</summary>
internal static class SessionPlace
{
    // The more special names first: most browsers name others besides themselves.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        string?[] parts = [NameIn(agent, Browsers), NameIn(agent, Systems), CallerLimiter.AddressOf(context)];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? NameIn(string agent, (string Mark, string Name)[] names) =>
        names.FirstOrDefault(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
