namespace Rectify.Functions.Tests.Kills;

/// <summary>What a client does. It may be done again after an attempt that got no answer.</summary>
/// <param name="Number">Place in the script.</param>
/// <param name="Name">For messages.</param>
/// <param name="IsAdvance">Whether it moves the clock.</param>
/// <param name="DoAsync">Does it; throws <see cref="HttpRequestException"/> when there is no answer.</param>
internal sealed record Step(int Number, string Name, bool IsAdvance, Func<HttpClient, Task> DoAsync);
