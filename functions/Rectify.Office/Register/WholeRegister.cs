using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>Reads the whole register, part after part.</summary>
public static class WholeRegister
{
    private const int PageSize = 1000;

    extension(IRegisterStore registerStore)
    {
        /// <summary>Every unit, by id.</summary>
        public async Task<IReadOnlyList<Unit>> AllUnitsAsync(CancellationToken cancellation) =>
            await Slices.AllAsync(continuation => registerStore.ListUnitsAsync(PageSize, continuation, cancellation))
                .ToListAsync(cancellation);

        /// <summary>Every official with a post in a unit, in the past, now or in the future, by id.</summary>
        public async Task<IReadOnlyList<Official>> OfficialsOfAsync(UnitId unitId, CancellationToken cancellation) =>
            await Slices.AllAsync(continuation => registerStore.ListOfficialsAsync(unitId, PageSize, continuation, cancellation))
                .ToListAsync(cancellation);

        /// <summary>Every official, by id.</summary>
        public async Task<IReadOnlyList<Official>> AllOfficialsAsync(CancellationToken cancellation) =>
            await Slices.AllAsync(continuation => registerStore.ListOfficialsAsync(null, PageSize, continuation, cancellation))
                .ToListAsync(cancellation);
    }
}
