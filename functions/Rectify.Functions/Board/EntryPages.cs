using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Domain.Identity;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Entries;
using Rectify.Office.Access;
using Rectify.Office.Register;

namespace Rectify.Functions.Board;

/// <summary>The pages to change the register: forms for single entries, and the import of a table.</summary>
public sealed class EntryPages(
    EntryForms forms, UnitForm units, OfficialForm officials, IRegisterStore registerStore, PersonJoins personJoins,
    BoardPages boardPages, ImportForm importForm)
{
    [Function("BoardNewUnit"), Allows(Role.Officer)]
    public Task<IActionResult> NewUnitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/registry/unit")] HttpRequest request,
        CancellationToken cancellation) =>
        forms.RunAsync(request, units, null, cancellation);

    [Function("BoardChangeUnit"), Allows(Role.Officer)]
    public Task<IActionResult> ChangeUnitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/units/{unitId}/edit")] HttpRequest request, string unitId,
        CancellationToken cancellation) =>
        forms.RunAsync(request, units, unitId, cancellation);

    [Function("BoardNewOfficial"), Allows(Role.Officer)]
    public Task<IActionResult> NewOfficialAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/registry/official")] HttpRequest request,
        CancellationToken cancellation) =>
        forms.RunAsync(request, officials, null, cancellation);

    [Function("BoardChangeOfficial"), Allows(Role.Officer)]
    public Task<IActionResult> ChangeOfficialAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/officials/{officialId}/edit")] HttpRequest request,
        string officialId, CancellationToken cancellation) =>
        forms.RunAsync(request, officials, officialId, cancellation);

    [Function("BoardNewJoin"), Allows(Role.Officer)]
    public Task<IActionResult> NewJoinAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/officials/{officialId}/joins")] HttpRequest request,
        string officialId, CancellationToken cancellation) =>
        JoinAsync(request, officialId, null, cancellation);

    [Function("BoardUndoJoin"), Allows(Role.Officer)]
    public Task<IActionResult> UndoJoinAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post",
            Route = "board/officials/{officialId}/joins/{otherId}")] HttpRequest request, string officialId, string otherId,
        CancellationToken cancellation) =>
        JoinAsync(request, officialId, otherId, cancellation);

    private async Task<IActionResult> JoinAsync(HttpRequest request, string officialId, string? otherId, CancellationToken cancellation) =>
        await registerStore.FindOfficialAsync(new OfficialId(officialId), cancellation) is { } official
            ? await forms.RunAsync(request, new JoinForm(registerStore, personJoins, official), otherId, cancellation)
            : await boardPages.ShowNoOfficialAsync(request);

    [Function("BoardImportRegister"), Allows(Role.Officer)]
    public Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/registry/import")] HttpRequest request,
        CancellationToken cancellation) =>
        importForm.RunAsync(request, cancellation);
}
