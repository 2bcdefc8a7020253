using Microsoft.AspNetCore.Http;

namespace Rectify.Server.Clock;

/// <summary>Why the clock was not moved.</summary>
internal sealed class ClockProblem : Exception
{
    private readonly string member;
    private readonly int status;

    private ClockProblem(string member, string detail, int status)
        : base(detail)
    {
        this.member = member;
        this.status = status;
    }

    /// <summary>The request cannot be read.</summary>
    public static ClockProblem Malformed(string member, string detail) => new(member, detail, StatusCodes.Status400BadRequest);

    /// <summary>The request can be read and breaks a rule.</summary>
    public static ClockProblem Rule(string member, string detail) => new(member, detail, StatusCodes.Status422UnprocessableEntity);

    public IResult ToResult() => TypedResults.Problem(new HttpValidationProblemDetails
    {
        Type = status == StatusCodes.Status400BadRequest ? "/problems/malformed-request" : "/problems/clock-rule",
        Title = status == StatusCodes.Status400BadRequest ? "The request cannot be read" : "The clock cannot be moved so",
        Detail = Message,
        Status = status,
        Errors = { [member] = [Message] },
    });
}
