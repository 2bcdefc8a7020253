using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Rectify.Domain.Messages;
using Rectify.Functions.Board;
using Rectify.Functions.Http;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Functions.Middleware;

/// <summary>
/// Refuses a request whose address contains a character that <see cref="TextRule"/> does not allow. For bodies the same rule is applied
/// where they are read.
/// </summary>
internal sealed class TextGate(RefusalPages refusalPages) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("An HTTP function runs without an HTTP context.");
        if (Refuse(http.Request) is not { } problem) await next(context);
        else if (RefusalPages.IsPage(http.Request)) await refusalPages.ShowProblemAsync(http, problem);
        else await problem.WriteAsync(http);
    }

    private static Problem? Refuse(HttpRequest request)
    {
        if (TextRule.Refuse(request.Path.Value ?? "", Lines.One) is { } inPath) return Character("path", inPath);
        foreach (var (name, values) in request.Query)
        {
            if (TextRule.Refuse(name, Lines.One) is { } inName)
                return Problem.Malformed("query", RequestMessages.CharacterInName.With(inName));
            foreach (var value in values)
            {
                if (TextRule.Refuse(value ?? "", TextRule.LinesOf(name)) is { } inValue) return Character(name, inValue);
            }
        }

        return null;
    }

    private static Problem Character(string name, Message refusal) =>
        Problem.Malformed(new Dictionary<string, Message> { [name] = refusal.SaidOf(name) });
}
