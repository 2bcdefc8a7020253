using Rectify.Domain.Identity;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>A register that counts how often it is read.</summary>
internal sealed class CountingRegisterStore(IRegisterStore store) : IRegisterStore
{
    private int reads;

    public int Reads => reads;

    public Task<Unit?> FindUnitAsync(UnitId id, CancellationToken cancellation) => Read(store.FindUnitAsync(id, cancellation));

    public Task<IReadOnlyList<Unit>> FindUnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation) =>
        Read(store.FindUnitsAsync(ids, cancellation));

    public Task<bool> PutUnitAsync(Unit unit, CancellationToken cancellation) => store.PutUnitAsync(unit, cancellation);

    public Task<bool> ReplaceUnitAsync(Unit? seen, Unit unit, CancellationToken cancellation) =>
        store.ReplaceUnitAsync(seen, unit, cancellation);

    public Task<Slice<Unit>> ListUnitsAsync(int top, string? continuation, CancellationToken cancellation) =>
        Read(store.ListUnitsAsync(top, continuation, cancellation));

    public Task<Official?> FindOfficialAsync(OfficialId id, CancellationToken cancellation) =>
        Read(store.FindOfficialAsync(id, cancellation));

    public Task<IReadOnlyList<Official>> FindOfficialsAsync(IReadOnlyCollection<OfficialId> ids, CancellationToken cancellation) =>
        Read(store.FindOfficialsAsync(ids, cancellation));

    public Task<IReadOnlyList<Official>> FindNamedAsync(IReadOnlyCollection<string> names, CancellationToken cancellation) =>
        Read(store.FindNamedAsync(names, cancellation));

    public Task<bool> PutOfficialAsync(Official official, CancellationToken cancellation) =>
        store.PutOfficialAsync(official, cancellation);

    public Task<bool> ReplaceOfficialAsync(Official? seen, Official official, CancellationToken cancellation) =>
        store.ReplaceOfficialAsync(seen, official, cancellation);

    public Task<Slice<Official>> ListOfficialsAsync(UnitId? unitId, int top, string? continuation, CancellationToken cancellation) =>
        Read(store.ListOfficialsAsync(unitId, top, continuation, cancellation));

    public Task PutAllAsync(IReadOnlyList<Unit> units, IReadOnlyList<Official> officials, CancellationToken cancellation) =>
        store.PutAllAsync(units, officials, cancellation);

    public Task<IReadOnlyList<Unit>> SucceededUnitsAsync(CancellationToken cancellation) => Read(store.SucceededUnitsAsync(cancellation));

    private Task<T> Read<T>(Task<T> read)
    {
        Interlocked.Increment(ref reads);
        return read;
    }
}
