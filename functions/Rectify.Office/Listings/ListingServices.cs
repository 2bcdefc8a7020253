using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Listings;

/// <summary>挂牌督办.</summary>
public static class ListingServices
{
    public static IServiceCollection AddListings(this IServiceCollection services)
    {
        services.AddSingleton<OpenListing>();
        return services;
    }
}
