using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>Reads callers that the Azure platform has signed in with Entra ID (App Service authentication).</summary>
/// <remarks>
/// The platform puts the principal into a header, and removes such a header from the caller's request. Without the platform's sign-in
/// anybody could forge the header. It is therefore read only where the platform says that sign-in is enabled (<c>WEBSITE_AUTH_ENABLED</c>).
/// </remarks>
public sealed class SignIn
{
    /// <summary>The header with the principal: base64 of JSON with the claims of the token.</summary>
    public const string Header = "x-ms-client-principal";

    // The role claims, by their name in the token and by the name that the platform may give them.
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    // The claims for the caller's name, best first: for a person the sign-in name, which readers of the ledger know; for a program its id.
    private static readonly string[] NameClaims =
    [
        "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "azp", "appid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier", "oid",
    ];

    private static readonly string[] ObjectClaims = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];

    // The claims that may hold a mail address, by which an account is found that names no object.
    private static readonly string[] AddressClaims =
    [
        "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "email",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    ];

    private readonly bool byPlatform;
    private readonly string unitClaim;

    private SignIn(bool byPlatform, string unitClaim) => (this.byPlatform, this.unitClaim) = (byPlatform, unitClaim);

    /// <summary>Reads <c>WEBSITE_AUTH_ENABLED</c>, which the platform sets, and <c>Access:UnitClaim</c>.</summary>
    public static SignIn Read(IConfiguration configuration) => new(
        bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var enabled) && enabled,
        configuration["Access:UnitClaim"] is { Length: > 0 } claim ? claim : "unitId");

    /// <summary>The platform's address to sign in a person; null where the platform does not sign in.</summary>
    public string? AddressFor(string returnTo) =>
        byPlatform ? "/.auth/login/aad" + QueryString.Create("post_login_redirect_uri", returnTo) : null;

    /// <summary>Who is signed in; null for nobody.</summary>
    internal SignedIn? Find(HttpRequest request)
    {
        if (!byPlatform || request.Headers[Header] is not [{ Length: > 0 } header]) return null;
        if (ReadPrincipal(header) is not { AuthType: "aad" } principal) return null;
        if (principal.First(NameClaims) is not { } name) return null;

        var unit = principal.First(unitClaim) is { } id ? new UnitId(id) : (UnitId?)null;
        return new SignedIn(
            principal.First(ObjectClaims), principal.All(AddressClaims),
            [
                .. from role in Enum.GetValues<Role>()
                   where role != Role.Leader && principal.Has(RoleClaims, WireName.Of(role))
                   where role != Role.Unit || unit is not null
                   select new Caller(name, role, role == Role.Unit ? unit : null),
            ]);
    }

    /// <summary>
    /// Whether a browser sends this change on behalf of another site. A browser adds the platform's sign-in to such a request too, but not
    /// a key.
    /// </summary>
    public static bool IsForged(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none");

    private static Principal? ReadPrincipal(string header)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(header));
            var root = json.RootElement;
            return new Principal(
                root.GetProperty("auth_typ").GetString(),
                [.. root.GetProperty("claims").EnumerateArray().Select(
                    claim => (claim.GetProperty("typ").GetString()!, claim.GetProperty("val").GetString()!))]);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Principal(string? AuthType, IReadOnlyList<(string Type, string Value)> Claims)
    {
        /// <summary>The value of the first of these claims that is present.</summary>
        public string? First(params ReadOnlySpan<string> types)
        {
            foreach (var type in types)
            {
                if (Claims.FirstOrDefault(claim => claim.Type == type).Value is { Length: > 0 } value) return value;
            }

            return null;
        }

        /// <summary>The values of these claims.</summary>
        public IReadOnlyList<string> All(string[] types) =>
            [.. Claims.Where(claim => types.Contains(claim.Type) && claim.Value.Length > 0).Select(claim => claim.Value)];

        public bool Has(string[] types, string value) =>
            Claims.Any(claim => types.Contains(claim.Type) && string.Equals(claim.Value, value, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Somebody whom the platform has signed in.</summary>
/// <param name="ObjectId">The object in the directory; null when the token names none.</param>
/// <param name="Addresses">What may be the person's mail address.</param>
/// <param name="Callers">The caller that the roles in the token make, once for each of them.</param>
internal sealed record SignedIn(string? ObjectId, IReadOnlyList<string> Addresses, IReadOnlyList<Caller> Callers);
