using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Rectify.Server.Settings;

/// <summary>Every setting that there is, so that a mistyped one is told and not passed over.</summary>
/// <remarks>The names are those of docs/settings.md, with <c>__</c> between their parts; <c>n</c> stands for a number.</remarks>
internal static class KnownSettings
{
    /// <summary>The sections that are Rectify's alone: wherever a name in them comes from, it is one of these.</summary>
    private static readonly string[] OwnSections = ["Access", "Data", "Mail", "Office", "Durable"];

    /// <summary>What others read, of which there are more than a list can hold.</summary>
    private static readonly string[] Families = ["Logging__", "OTEL_"];

    public static IReadOnlyList<string> Names { get; } =
    [
        "Access__OfficerKey", "Access__UnitClaim",
        "Access__Keys__n__Name", "Access__Keys__n__Role", "Access__Keys__n__Key", "Access__Keys__n__UnitId",
        "Data__Directory", "Data__Tables", "Data__TablesPrefix",
        "Office__Name", "Office__Email", "Office__DocumentCode", "Office__ReplyCode",
        "Office__Language", "Office__Rulebook", "Office__BaseAddress",
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
        "DURABLE_TASK_SCHEDULER_CONNECTION_STRING", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_ENABLED",
        "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
    ];

    /// <summary>Whether there is a setting of this name, whatever stands between its parts.</summary>
    public static bool Contains(string name) =>
        Families.Any(family => Plain(name).StartsWith(family, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(Plain(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>What to say of a name that is none.</summary>
    public static HostStartException Refuse(string name)
    {
        var written = name.Replace(":", "__", StringComparison.Ordinal);
        return HostStartException.WrongSetting(
            $"There is no setting {written}; the nearest is {NearestName.Of(Plain(name), Names)}. docs/settings.md lists them all.");
    }

    /// <summary>Looks through the sections that are Rectify's own.</summary>
    /// <exception cref="HostStartException">A name in them is no setting.</exception>
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

    /// <summary>Looks through the log levels, which the logging itself refuses with a stack trace.</summary>
    /// <exception cref="HostStartException">One is none.</exception>
    public static void RequireLogLevels(IConfiguration configuration)
    {
        var wrong = configuration.GetSection("Logging").AsEnumerable().FirstOrDefault(setting =>
            setting.Value is { Length: > 0 } value
            && setting.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
            && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _));
        if (wrong.Key is not null)
        {
            throw HostStartException.WrongSetting(
                $"The setting {wrong.Key.Replace(":", "__", StringComparison.Ordinal)} is one of {string.Join(", ", Enum.GetNames<LogLevel>())}; got '{wrong.Value}'.");
        }
    }

    // As the list has it: the parts with "__" between them, a number as n.
    private static string Plain(string name) => string.Join("__", name
        .Replace("__", ":", StringComparison.Ordinal)
        .Split(':')
        .Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "n" : part));
}
