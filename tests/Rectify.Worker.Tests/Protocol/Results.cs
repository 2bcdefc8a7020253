namespace Rectify.Worker.Tests.Protocol;

/// <summary>Reads the results that the worker's answers carry.</summary>
internal static class Results
{
    public static void EnsureSuccess(this StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"{what} failed in the worker: {result.Exception?.Message}");
    }

    /// <summary>What the function returned as JSON; null when it returned nothing.</summary>
    public static string? Json(this TypedData? value) => value?.DataCase switch
    {
        TypedData.DataOneofCase.Json => value.Json,
        TypedData.DataOneofCase.String => System.Text.Json.JsonSerializer.Serialize(value.String),
        _ => null,
    };
}
