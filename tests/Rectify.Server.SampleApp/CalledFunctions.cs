using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed class CalledFunctions(List<string> calls)
{
    [Function("Hello")]
    public IActionResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        calls.Add("hello");
        return new OkResult();
    }

    [Function("Tick")]
    public void Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer) => calls.Add("tick");
}
