using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Http;

/// <summary>
/// An error as <c>application/problem+json</c> (RFC 9457), with a stable type. It becomes words in the language of the request where it is
/// answered.
/// </summary>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">The member, the value and the rule.</param>
/// <param name="Errors">Per member; absent when no member is at fault.</param>
internal sealed record Problem(Message Title, int Status, Message Detail, IReadOnlyDictionary<string, IReadOnlyList<Message>>? Errors)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Path of the kind of error, <c>/problems/{kebab-name}</c>: the same in every language.</summary>
    public string Type => $"/problems/{Detail.Name}";

    public static Problem Of(int status, Message title, Message detail) => new(title, status, detail, null);

    /// <summary>A request that cannot be read.</summary>
    public static Problem Malformed(string member, Message message) =>
        Of(400, ProblemTitles.Malformed, message.At(member)).About(member, message.At(member));

    /// <summary>The same with what is wrong with each member.</summary>
    public static Problem Malformed(IReadOnlyDictionary<string, Message> errors) =>
        Of(400, ProblemTitles.Malformed, RequestMessages.Malformed.With([.. errors.Values])).About(errors);

    /// <summary>A request that breaks a rule.</summary>
    public static Problem Rule(string member, Message message) =>
        Of(422, ProblemTitles.RuleBroken, message.At(member)).About(member, message.At(member));

    /// <summary>The refusal of something that is asked for by its id.</summary>
    public static Problem NotFound(MessageCode<string> thing, string id) => Of(404, ProblemTitles.NotFound, thing.With(id));

    public static Problem Of(Rejection rejection) => Together(rejection.All.Select(one => one.Kind == RejectionKind.RuleBroken
        ? Of(422, ProblemTitles.RuleBroken, one.Message).About(one.Member, one.Message)
        : Of(409, ProblemTitles.OtherState, one.Message).About(one.Member, one.Message)))!;

    /// <summary>
    /// Everything that is wrong at once: the kind of the first, with what is wrong with each member; null when nothing is.
    /// </summary>
    public static Problem? Together(params IEnumerable<Problem?> problems)
    {
        var found = problems.OfType<Problem>().ToList();
        return found is not [var first, _, ..] ? found.FirstOrDefault() : first with
        {
            Errors = found.SelectMany(problem => problem.Errors ?? new Dictionary<string, IReadOnlyList<Message>>())
                .GroupBy(error => error.Key, error => error.Value)
                .ToDictionary(member => member.Key, member => (IReadOnlyList<Message>)[.. member.SelectMany(messages => messages)]),
        };
    }

    /// <summary>The same problem, saying which member is at fault.</summary>
    public Problem About(string member, Message message) => About(new Dictionary<string, Message> { [member] = message });

    /// <summary>The same problem, saying what is wrong with each member.</summary>
    public Problem About(IReadOnlyDictionary<string, Message> errors) =>
        this with { Errors = errors.ToDictionary(error => error.Key, error => (IReadOnlyList<Message>)[error.Value]) };

    public IActionResult ToResult() => new ProblemResult(this);

    public Task WriteAsync(HttpContext context) => AnswerLanguage.WriteAsync(context, Status, MediaType, language => new ProblemView(
        Type, Title.In(language), Status, Detail.In(language),
        Errors?.ToDictionary(error => error.Key, error => error.Value.Select(message => message.In(language)).ToArray())));

    private sealed class ProblemResult(Problem problem) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => problem.WriteAsync(context.HttpContext);
    }
}
