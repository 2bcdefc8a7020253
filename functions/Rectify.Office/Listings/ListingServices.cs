using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Listings;

/// <summary>Registers the services for listings (挂牌督办).</summary>
public static class ListingServices
{
    public static IServiceCollection AddListings(this IServiceCollection services) =>
        services.AddSingleton<OpenListing>();
}
