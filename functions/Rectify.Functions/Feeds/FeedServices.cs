using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Functions.Feeds;

/// <summary>Registers the services of calendar feeds.</summary>
public static class FeedServices
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services.AddSingleton<FeedDrafts>();
}
