using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>A request with one thing wrong, in words that lead a reader back to it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Path and query, escaped.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Broken">What is wrong with it.</param>
internal sealed record SweptRequest(string Method, string Address, string Language, string Broken)
{
    /// <summary>Makes the body; null for none.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Headers besides.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What the answer must be.</summary>
    public Answer Expected { get; init; }

    /// <summary>What more must be true of an answer that refuses the request; the fault, or null.</summary>
    public Func<IHtmlDocument, string?>? RefusalFault { get; init; }

    public bool IsPage => Address.StartsWith("/board", StringComparison.Ordinal);

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative)) { Content = Body?.Invoke() };
        message.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(Language));
        message.Headers.Add("Cookie", $"rectify-language={Language}");
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    public override string ToString() => $"{Method} {Short(Address)} [{Language}] {Short(Broken)}";

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length})";
}

/// <summary>What a request may be answered with.</summary>
internal enum Answer
{
    /// <summary>Whatever is no failure of the app.</summary>
    Any,

    /// <summary>A refusal in words.</summary>
    Refusal,

    /// <summary>A refusal that names the years between which the value lies.</summary>
    RefusalWithLimits,
}
