using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Letters;

/// <summary>Registers the lookup of those to whom mails are written.</summary>
public static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services) =>
        services.AddSingleton<AddresseeLookup>();
}
