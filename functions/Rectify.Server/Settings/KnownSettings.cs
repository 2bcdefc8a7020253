using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Rectify.Server.Settings;

/// <summary>The names of all settings, so that a mistyped one is reported and not ignored.</summary>
/// <remarks>The names are those of docs/settings.md, with <c>__</c> between their parts; <c>n</c> stands for a number.</remarks>
internal static class KnownSettings
{
    /// <summary>
    /// The sections that only Rectify reads: every name in them, from whatever source, must be one of <see cref="Names"/>.
    /// </summary>
    private static readonly string[] OwnSections = ["Access", "Data", "Mail", "Office", "Durable"];

    /// <summary>Prefixes of settings that libraries read; any name with such a prefix is accepted.</summary>
    private static readonly string[] Families = ["Logging__", "OTEL_"];

    public static IReadOnlyList<string> Names { get; } =
    [
        "Access__OfficerKey", "Access__UnitClaim",
        "Access__Keys__n__Name", "Access__Keys__n__Role", "Access__Keys__n__Key", "Access__Keys__n__UnitId",
        "Data__Directory", "Data__Tables", "Data__TablesPrefix",
        "Office__Name", "Office__Email", "Office__DocumentCode", "Office__ReplyCode",
        "Office__Language", "Office__Rulebook", "Office__BaseAddress", "Office__RegisterReaders", "Office__Replies",
        "Mail__Acs", "Mail__Sender", "Mail__EventsKey", "Mail__PerMinute", "Mail__PerHour",
        "Mail__Smtp__Host", "Mail__Smtp__Port", "Mail__Smtp__Tls", "Mail__Smtp__User", "Mail__Smtp__Password",
        "Mail__Smtp__Fingerprint", "Mail__Smtp__TimeoutSeconds",
        "urls", "Durable__RetentionDays", "Host__FunctionKey", "Host__MasterKey", "Logging__LogLevel__Default",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "TASKHUB_NAME",
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AzureFunctionsJobHost__extensions__durableTask__storageProvider__type",
        "AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName",
        "AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval", "AzureWebJobsDisableHomepage",
        "FUNCTIONS_APPLICATION_DIRECTORY", "WEBSITE_INSTANCE_ID",
        "DURABLE_TASK_SCHEDULER_CONNECTION_STRING", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_ENABLED",
        "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
    ];

    /// <summary>Whether there is a setting of this name, with <c>:</c> or <c>__</c> between its parts.</summary>
    public static bool Contains(string name) =>
        Families.Any(family => Plain(name).StartsWith(family, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(Plain(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The exception for a name that is not a setting; it suggests the nearest name.</summary>
    public static HostStartException Refuse(string name)
    {
        var written = name.Replace(":", "__", StringComparison.Ordinal);
        return HostStartException.WrongSetting(
            $"There is no setting {written}; the nearest is {NearestName.Of(Plain(name), Names)}. docs/settings.md lists them all.");
    }

    /// <summary>Checks the names in the sections that only Rectify reads.</summary>
    /// <exception cref="HostStartException">A name in these sections is not a setting.</exception>
    public static void RequireKnown(IConfiguration configuration)
    {
        var unknown = OwnSections
            .SelectMany(section => configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null && setting.Key.Contains(':', StringComparison.Ordinal))
            .Select(setting => setting.Key)
            .FirstOrDefault(name => !Contains(name));
        if (unknown is not null)
        {
            throw Refuse(unknown);
        }
    }

    /// <summary>Checks the log levels, because the logging library would refuse a wrong one with a stack trace.</summary>
    /// <exception cref="HostStartException">A value is not a log level.</exception>
    public static void RequireLogLevels(IConfiguration configuration)
    {
        var wrong = configuration.GetSection("Logging").AsEnumerable().FirstOrDefault(setting =>
            setting.Value is { Length: > 0 } value
            && setting.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
            && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _));
        if (wrong.Key is not null)
        {
            throw HostStartException.WrongSetting(
                $"The setting {wrong.Key.Replace(":", "__", StringComparison.Ordinal)} is one of "
                + $"{string.Join(", ", Enum.GetNames<LogLevel>())}; got '{wrong.Value}'.");
        }
    }

    // The name in the form of the list: parts separated by "__", a number as n.
    private static string Plain(string name) => string.Join("__", name
        .Replace("__", ":", StringComparison.Ordinal)
        .Split(':')
        .Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "n" : part));
}
