using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Admonitions;

/// <summary>Registers the services for notices and talks (通报、约谈).</summary>
public static class AdmonitionServices
{
    public static IServiceCollection AddAdmonitions(this IServiceCollection services) =>
        services.AddSingleton<OpenAdmonition>();
}
