using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Letters;

/// <summary>Who is written to.</summary>
public static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<AddresseeLookup>();
        return services;
    }
}
