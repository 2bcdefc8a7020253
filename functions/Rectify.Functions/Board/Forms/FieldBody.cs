using System.Text;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Functions.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Forms;

/// <summary>Reads a filled-in form as a request body of the HTTP interface, so that the same rules apply.</summary>
internal static class FieldBody
{
    public static Outcome<JsonBody<T>> Read<T>(IReadOnlyList<Field> fields, FormInput input) where T : notnull =>
        Read<T>(RequestOf(fields, input));

    /// <summary>Reads a request that was composed already.</summary>
    public static Outcome<JsonBody<T>> Read<T>(JsonObject request) where T : notnull =>
        JsonBody.Read<T>(Encoding.UTF8.GetBytes(request.ToJsonString(DomainJson.Options)));

    /// <summary>The request of the HTTP interface that corresponds to the form.</summary>
    public static JsonObject RequestOf(IReadOnlyList<Field> fields, FormInput input)
    {
        var request = new JsonObject();
        foreach (var field in fields) field.Write(input, request);
        return request;
    }
}
