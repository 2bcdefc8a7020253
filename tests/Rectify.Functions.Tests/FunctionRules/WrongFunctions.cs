using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Access;
using Rectify.Office.Access;

namespace Rectify.Functions.Tests.FunctionRules;

/// <summary>Functions, each wrong in the one way that its name on the test's list says. They are read and never run.</summary>
public class WrongFunctions
{
    private static readonly IActionResult Answer = new OkResult();

    [Function("bad name"), AllowsAnyone]
    public IActionResult BadName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/bad-name")] HttpRequest request) => Answer;

    [Function("Host"), AllowsAnyone]
    public IActionResult HostsName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/host")] HttpRequest request) => Answer;

    [Function("Twice"), AllowsAnyone]
    public IActionResult Once([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/once")] HttpRequest request) => Answer;

    [Function("TWICE"), AllowsAnyone]
    public IActionResult Again([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/again")] HttpRequest request) => Answer;

    [Function("Hidden"), AllowsAnyone]
    internal IActionResult Hidden([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/hidden")] HttpRequest request) => Answer;

    [Function("Overloaded"), AllowsAnyone]
    public IActionResult Overloaded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/overloaded")] HttpRequest request) =>
        Answer;

    public IActionResult Overloaded() => Answer;

    [Function("Untriggered"), AllowsAnyone]
    public IActionResult Untriggered(HttpRequest request) => Answer;

    [Function("TwoTriggers"), AllowsAnyone]
    public IActionResult TwoTriggers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/two")] HttpRequest request,
        [TimerTrigger("0 0 * * * *")] TimerInfo timer) => Answer;

    [Function("Ungated")]
    public IActionResult Ungated([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/ungated")] HttpRequest request) => Answer;

    [Function("GatedTwice"), Allows(Role.Officer), AllowsAnyone]
    public IActionResult GatedTwice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/gated")] HttpRequest request) => Answer;

    [Function("ForNobody"), Allows]
    public IActionResult ForNobody([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nobody")] HttpRequest request) => Answer;

    [Function("PlatformKey"), AllowsAnyone]
    public IActionResult PlatformKey([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/platform-key")] HttpRequest request) =>
        Answer;

    [Function("SilentLevel"), AllowsAnyone]
    public IActionResult SilentLevel([HttpTrigger("get", Route = "api/silent-level")] HttpRequest request) => Answer;

    [Function("AnyMethod"), AllowsAnyone]
    public IActionResult AnyMethod([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/any")] HttpRequest request) => Answer;

    [Function("NoRoute"), AllowsAnyone]
    public IActionResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Answer;

    [Function("AdminRoute"), AllowsAnyone]
    public IActionResult AdminRoute([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Admin/cases")] HttpRequest request) =>
        Answer;

    [Function("OneWay"), AllowsAnyone]
    public IActionResult OneWay([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "api/way/{first}")] HttpRequest request,
        string first) => Answer;

    [Function("SameWay"), AllowsAnyone]
    public IActionResult SameWay([HttpTrigger(AuthorizationLevel.Anonymous, "GET", Route = "API/way/{second}")] HttpRequest request,
        string second) => Answer;

    [Function("PlainText"), AllowsAnyone]
    public string PlainText([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/text")] HttpRequest request) => "";

    [Function("LaterText"), AllowsAnyone]
    public ValueTask<IActionResult> LaterText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/later")] HttpRequest request) => new(Answer);

    [Function("WrongRequest"), AllowsAnyone]
    public IActionResult WrongRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/request")] string request) => Answer;

    [Function("Unbound"), AllowsAnyone]
    public IActionResult Unbound([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/unbound")] HttpRequest request,
        string caseId) => Answer;

    [Function("UnmarkedClient"), AllowsAnyone]
    public IActionResult UnmarkedClient([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/client")] HttpRequest request,
        DurableTaskClient durable) => Answer;

    [Function("LostValue"), AllowsAnyone]
    public IActionResult LostValue([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/lost/{caseId}")] HttpRequest request) =>
        Answer;

    [Function("OddValue"), AllowsAnyone]
    public IActionResult OddValue([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/odd/{day}")] HttpRequest request,
        Uri day) => Answer;

    [Function("FiveFields")]
    public Task FiveFields([TimerTrigger("0 * * * *")] TimerInfo timer) => Task.CompletedTask;

    [Function("TimerWithResult")]
    public Task<int> TimerWithResult([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Task.FromResult(1);

    [Function("TimerWithText")]
    public Task TimerWithText([TimerTrigger("0 0 * * * *")] string timer) => Task.CompletedTask;

    [Function("OrchestratorWithMore")]
    public static Task OrchestratorWithMore([OrchestrationTrigger] TaskOrchestrationContext context, string more) => Task.CompletedTask;

    [Function("OrchestratorAtOnce")]
    public static int OrchestratorAtOnce([OrchestrationTrigger] TaskOrchestrationContext context) => 1;

    [Function("ActivityWithMore")]
    public Task ActivityWithMore([ActivityTrigger] string input, string more) => Task.CompletedTask;

    [Function("LosingInput")]
    public Task LosingInput([ActivityTrigger] Forgetful input) => Task.CompletedTask;

    [Function("LosingResult")]
    public Task<Forgetful> LosingResult([ActivityTrigger] string input) => Task.FromResult(new Forgetful(input));

    [Function("UnreadableResult")]
    public Task<Type> UnreadableResult([ActivityTrigger] string input) => Task.FromResult(typeof(string));

    /// <summary>Keeps what JSON does not see.</summary>
    public sealed record Forgetful
    {
        private readonly string kept;

        public Forgetful(string text) => kept = text;

        public string Text => kept + "!";
    }
}

/// <summary>Cannot be built: which constructor?</summary>
public class TwoWaysToBuild
{
    public TwoWaysToBuild()
    {
    }

    public TwoWaysToBuild(string text) => Text = text;

    public string? Text { get; }

    [Function("Unbuildable")]
    public Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Task.CompletedTask;
}
