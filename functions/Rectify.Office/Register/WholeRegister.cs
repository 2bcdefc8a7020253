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
        public Task<IReadOnlyList<Unit>> AllUnitsAsync(CancellationToken cancellation) =>
            AllAsync(continuation => registerStore.ListUnitsAsync(PageSize, continuation, cancellation));

        /// <summary>Every official with a post in a unit, in the past, now or in the future, by id.</summary>
        public Task<IReadOnlyList<Official>> OfficialsOfAsync(UnitId unitId, CancellationToken cancellation) =>
            AllAsync(continuation => registerStore.ListOfficialsAsync(unitId, PageSize, continuation, cancellation));

        /// <summary>Every official, by id.</summary>
        public Task<IReadOnlyList<Official>> AllOfficialsAsync(CancellationToken cancellation) =>
            AllAsync(continuation => registerStore.ListOfficialsAsync(null, PageSize, continuation, cancellation));
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(Func<string?, Task<Slice<T>>> part)
    {
        var all = new List<T>();
        string? continuation = null;
        do
        {
            var slice = await part(continuation);
            all.AddRange(slice.Items);
            continuation = slice.Continuation;
        } while (continuation is not null);

        return all;
    }
}
