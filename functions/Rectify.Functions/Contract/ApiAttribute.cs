namespace Rectify.Functions.Contract;

/// <summary>
/// What an HTTP function takes and answers, for <c>/api/openapi.json</c>. Who may call it says <see cref="Access.AllowsAttribute"/>.
/// </summary>
/// <param name="summary">What it does, one sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiAttribute(string summary) : Attribute
{
    /// <summary>What it does.</summary>
    public string Summary { get; } = summary;

    /// <summary>The JSON body; null when it takes none.</summary>
    public Type? Takes { get; init; }

    /// <summary>Another media type in which the body may come, for example <c>text/csv</c>.</summary>
    public string? TakesMedia { get; init; }

    /// <summary>The JSON answer; null when it answers none.</summary>
    public Type? Answers { get; init; }

    /// <summary>Other media types in which it may answer.</summary>
    public string[] AnswersMedia { get; init; } = [];

    /// <summary>The statuses of that answer; 200 unless told.</summary>
    public int[] Statuses { get; init; } = [200];

    /// <summary>Honours <c>Idempotency-Key</c>.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Honours <c>If-Match</c>, and <c>If-None-Match</c> where it may create what it writes.</summary>
    public bool Conditional { get; init; }

    /// <summary>May create what it writes, as 201 says, only when there is nothing yet.</summary>
    public bool Creates => Conditional && Statuses.Contains(201);

    /// <summary>Answers a list in parts: takes <c>top</c> and <c>continuation</c>.</summary>
    public bool Paged { get; init; }
}

/// <summary>A query parameter of an HTTP function.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">What it holds.</param>
/// <param name="summary">What it means, and what is meant when it is absent.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ApiQueryAttribute(string name, Type type, string summary) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>What it holds.</summary>
    public Type Type { get; } = type;

    /// <summary>What it means.</summary>
    public string Summary { get; } = summary;

    /// <summary>Whether the function refuses a request without it.</summary>
    public bool Required { get; init; }
}
