using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Accounts;

/// <summary>Registers accounts.</summary>
public static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<CurrentAccounts>()
        .AddSingleton<AccountRules>()
        .AddSingleton<AccountHandler>()
        .AddSingleton<KeyUses>()
        .AddSingleton<AccountViews>()
        .AddSingleton(new SessionClock(TimeProvider.System))
        .AddSingleton<SignInHolders>()
        .AddSingleton<SignInLinks>();
}
