using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>Asks the register who holds office in a unit, on any day (S6).</summary>
internal static class OfficeHoldersOfUnit
{
    extension(IRegisterStore registerStore)
    {
        /// <summary>Every post of the unit, held now, before or to come.</summary>
        public async Task<OfficeHolders> HoldersOfAsync(UnitId unitId, CancellationToken cancellation) => new(
            from official in await registerStore.OfficialsOfAsync(unitId, cancellation)
            from post in official.Posts.In(unitId)
            select new OfficeHolder(official.OfficialId, official.Name, post.Post, post.Role, post.From, post.To));

        /// <inheritdoc cref="OfficeHolders.On"/>
        public async Task<IReadOnlyList<OfficeHolder>> HoldersOnAsync(
            UnitId unitId, DateOnly day, IReadOnlyList<LeaderRole> roles, CancellationToken cancellation) =>
            (await registerStore.HoldersOfAsync(unitId, cancellation)).On(day, roles);
    }
}
