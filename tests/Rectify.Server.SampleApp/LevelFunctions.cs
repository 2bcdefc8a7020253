using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public static class LevelFunctions
{
    [Function("Anonymous")]
    public static IActionResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkResult();

    [Function("Function")]
    public static IActionResult Function([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();

    [Function("MethodsOnly")]
    public static IActionResult MethodsOnly([HttpTrigger("get", "post")] HttpRequest request) => new OkResult();

    [Function("Nothing")]
    public static IActionResult Nothing([HttpTrigger] HttpRequest request) => new OkResult();

    [Function("Admin")]
    public static IActionResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => new OkResult();
}
