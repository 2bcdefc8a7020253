using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>A problem as an answer over HTTP: <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ProblemAnswer
{
    public const string MediaType = "application/problem+json";

    extension(Problem problem)
    {
        /// <summary>HTTP status.</summary>
        public int Status => problem.Kind switch
        {
            ProblemKind.Malformed => StatusCodes.Status400BadRequest,
            ProblemKind.KeyNeeded => StatusCodes.Status401Unauthorized,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.NotFound => StatusCodes.Status404NotFound,
            ProblemKind.TooSlow => StatusCodes.Status408RequestTimeout,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            ProblemKind.ConditionFailed => StatusCodes.Status412PreconditionFailed,
            ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ProblemKind.WrongFormat => StatusCodes.Status415UnsupportedMediaType,
            ProblemKind.RuleBroken => StatusCodes.Status422UnprocessableEntity,
            ProblemKind.TooManyAttempts => StatusCodes.Status429TooManyRequests,
            ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => throw new UnreachableException(problem.Kind.ToString()),
        };

        /// <summary>The answer of a function.</summary>
        public IActionResult ToResult() => new ProblemResult(problem);

        /// <summary>The answer of middleware, in the language of the request.</summary>
        public Task WriteAsync(HttpContext context) => AnswerLanguage.WriteAsync(
            context, problem.Status, MediaType, language => new ProblemView(
                problem.Type, problem.Title.In(language), problem.Status, problem.Detail.In(language),
                problem.Errors?.ToDictionary(
                    error => error.Key, error => error.Value.Select(message => message.In(language)).ToArray())));
    }

    private sealed class ProblemResult(Problem problem) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => problem.WriteAsync(context.HttpContext);
    }
}
