using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;

namespace Rectify.Functions.Contract;

/// <summary>The endpoint that returns the OpenAPI document.</summary>
public sealed class ApiDocumentEndpoint
{
    [Function("GetOpenApi"), AllowsAnyone, Api("This document.", Answers = typeof(System.Text.Json.Nodes.JsonObject))]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        new ContentResult { Content = ApiDocument.Text, ContentType = "application/json; charset=utf-8" };
}
