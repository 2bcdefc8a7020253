using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Office.Requests;

/// <summary>
/// Why something is refused, with a stable type; over HTTP a problem of RFC 9457. It becomes text in the language of the reader only where
/// it is shown.
/// </summary>
/// <param name="Title">The kind of problem, in words.</param>
/// <param name="Kind">The kind of problem, for programs.</param>
/// <param name="Detail">The member, the value and the rule.</param>
/// <param name="Errors">What is wrong with each member; null when no member is at fault.</param>
public sealed record Problem(Message Title, ProblemKind Kind, Message Detail, IReadOnlyDictionary<string, IReadOnlyList<Message>>? Errors)
{
    /// <summary>Path of the kind of error, <c>/problems/{kebab-name}</c>: the same in every language.</summary>
    public string Type => $"/problems/{Detail.Name}";

    public static Problem Of(ProblemKind kind, Message title, Message detail) => new(title, kind, detail, null);

    /// <summary>A request that cannot be read.</summary>
    public static Problem Malformed(string member, Message message) =>
        Of(ProblemKind.Malformed, ProblemTitles.Malformed, message.At(member)).About(member, message.At(member));

    /// <summary>A request that cannot be read, with what is wrong with each member.</summary>
    public static Problem Malformed(IReadOnlyDictionary<string, Message> errors) =>
        Of(ProblemKind.Malformed, ProblemTitles.Malformed, RequestMessages.Malformed.With([.. errors.Values])).About(errors);

    /// <summary>A request that breaks a rule.</summary>
    public static Problem Rule(string member, Message message) =>
        Of(ProblemKind.RuleBroken, ProblemTitles.RuleBroken, message.At(member)).About(member, message.At(member));

    /// <summary>The refusal of something that is asked for by its id.</summary>
    public static Problem NotFound(MessageCode<string> thing, string id) =>
        Of(ProblemKind.NotFound, ProblemTitles.NotFound, thing.With(id));

    public static Problem Of(Rejection rejection) => Together(rejection.All.Select(one => one.Kind == RejectionKind.RuleBroken
        ? Of(ProblemKind.RuleBroken, ProblemTitles.RuleBroken, one.Message).About(one.Member, one.Message)
        : Of(ProblemKind.Conflict, ProblemTitles.OtherState, one.Message).About(one.Member, one.Message)))!;

    /// <summary>
    /// Several problems as one: the first with what is wrong with each member of all of them, each sentence once; null when there is none.
    /// </summary>
    public static Problem? Together(params IEnumerable<Problem?> problems)
    {
        var found = problems.OfType<Problem>().ToList();
        return found is not [var first, _, ..] ? found.FirstOrDefault() : first with
        {
            Errors = found.SelectMany(problem => problem.Errors ?? new Dictionary<string, IReadOnlyList<Message>>())
                .GroupBy(error => error.Key, error => error.Value)
                .ToDictionary(
                    member => member.Key,
                    member => (IReadOnlyList<Message>)[.. member.SelectMany(messages => messages).DistinctBy(one => one.ToString())]),
        };
    }

    /// <summary>The same problem, saying which member is at fault.</summary>
    public Problem About(string member, Message message) => About(new Dictionary<string, Message> { [member] = message });

    /// <summary>The same problem, saying what is wrong with each member.</summary>
    public Problem About(IReadOnlyDictionary<string, Message> errors) =>
        this with { Errors = errors.ToDictionary(error => error.Key, error => (IReadOnlyList<Message>)[error.Value]) };
}

/// <summary>The kinds of problems with a request.</summary>
public enum ProblemKind
{
    /// <summary>It cannot be read.</summary>
    Malformed,

    /// <summary>It has no access key that is known.</summary>
    KeyNeeded,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>What it asks for does not exist.</summary>
    NotFound,

    /// <summary>Its body took too long to arrive.</summary>
    TooSlow,

    /// <summary>The case or the entry that it is about is in another state.</summary>
    Conflict,

    /// <summary>The entry that it would replace has changed since the caller saw it.</summary>
    ConditionFailed,

    /// <summary>Its body is too large.</summary>
    TooLarge,

    /// <summary>Its body has another format.</summary>
    WrongFormat,

    /// <summary>It breaks a rule.</summary>
    RuleBroken,

    /// <summary>Too many wrong keys came from the same address before it.</summary>
    TooManyAttempts,

    /// <summary>The storage gives no answer now.</summary>
    Unavailable,
}
