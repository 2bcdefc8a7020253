using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.JointListings;

/// <summary>Registers the services for documents that list several units.</summary>
public static class JointListingServices
{
    public static IServiceCollection AddJointListings(this IServiceCollection services) => services.AddSingleton<OpenJointListing>();
}
