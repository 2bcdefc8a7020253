using System.Text.Json.Serialization;
using Rectify.Domain.Identity;

namespace Rectify.Office.Accounts;

/// <summary>Whose a link or a session is. It is stored, so names and members must not change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfAccount), "account")]
[JsonDerivedType(typeof(OfOfficials), "officials")]
public abstract record SignInHolder
{
    private SignInHolder()
    {
    }

    /// <summary>The holder of an account.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Since">The revision by which this holder got it; after a hand-over the account has another.</param>
    public sealed record OfAccount(string AccountId, int Since) : SignInHolder;

    /// <summary>Persons of the register with one mail address, without accounts: usually one.</summary>
    /// <param name="OfficialIds">The persons.</param>
    /// <param name="AddressDigest">The digest of the address in lower case; whoever has another address by now is not meant.</param>
    public sealed record OfOfficials(IReadOnlyList<OfficialId> OfficialIds, string AddressDigest) : SignInHolder;
}
