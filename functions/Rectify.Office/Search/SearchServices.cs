using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Search;

/// <summary>Registers the search of the board.</summary>
public static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<BoardSearch>();
}
