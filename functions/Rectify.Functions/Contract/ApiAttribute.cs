namespace Rectify.Functions.Contract;

/// <summary>
/// What an HTTP function takes and answers, for <c>/api/openapi.json</c>. <see cref="Access.AllowsAttribute"/> says who may call it.
/// </summary>
/// <param name="summary">What the function does, in one sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiAttribute(string summary) : Attribute
{
    /// <summary>What the function does.</summary>
    public string Summary { get; } = summary;

    /// <summary>The type of the JSON body; null when the function takes none.</summary>
    public Type? Takes { get; init; }

    /// <summary>Other media types in which the body may come, for example <c>text/csv</c>.</summary>
    public string[] TakesMedia { get; init; } = [];

    /// <summary>The type of the JSON answer; null when the function gives none.</summary>
    public Type? Answers { get; init; }

    /// <summary>Other media types in which the function may answer.</summary>
    public string[] AnswersMedia { get; init; } = [];

    /// <summary>The statuses of a successful answer; 200 by default.</summary>
    public int[] Statuses { get; init; } = [200];

    /// <summary>Whether the function takes an <c>Idempotency-Key</c>.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Whether the function takes <c>If-Match</c>, and <c>If-None-Match</c> where it may create an entry.</summary>
    public bool Conditional { get; init; }

    /// <summary>Whether the function may create an entry (status 201), so that it also takes <c>If-None-Match</c>.</summary>
    public bool Creates => Conditional && Statuses.Contains(201);

    /// <summary>Whether the function answers a list in parts: it then takes <c>top</c> and <c>continuation</c>.</summary>
    public bool Paged { get; init; }
}

/// <summary>A query parameter of an HTTP function.</summary>
/// <param name="name">The parameter's name.</param>
/// <param name="type">The type of its value.</param>
/// <param name="summary">What the parameter means, and what applies when it is absent.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiQueryAttribute(string name, Type type, string summary) : Attribute
{
    /// <summary>The parameter's name.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its value.</summary>
    public Type Type { get; } = type;

    /// <summary>What the parameter means.</summary>
    public string Summary { get; } = summary;

    /// <summary>Whether the function refuses a request without it.</summary>
    public bool Required { get; init; }
}
