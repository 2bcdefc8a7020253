using System.Diagnostics;
using Rectify.Functions.Observability;

namespace Rectify.Functions.Tests.Observability;

public sealed class AddressRedactionTests
{
    [Theory]
    [InlineData("url.full", "https://office.example/api/units?code=secret&top=5", "https://office.example/api/units?REDACTED")]
    [InlineData("http.url", "http://127.0.0.1:7071/feeds/secret.ics", "http://127.0.0.1:7071/feeds/REDACTED")]
    [InlineData("http.target", "/FEEDS/secret.ics?lang=en", "/FEEDS/REDACTED?REDACTED")]
    [InlineData("url.path", "/feeds/secret.ics", "/feeds/REDACTED")]
    [InlineData("url.query", "?code=secret", "REDACTED")]
    // what is no address stays as it is
    [InlineData("url.query", "", "")]
    [InlineData("url.path", "/api/feeds", "/api/feeds")]
    [InlineData("rectify.case.id", "019d3c5cadc07816927fea9921a9b48c", "019d3c5cadc07816927fea9921a9b48c")]
    [InlineData("question", "May it go out?yes", "May it go out?yes")]
    public void What_opens_something_is_taken_out_of_a_span(string tag, string value, string left)
    {
        using var span = new Activity("test");
        span.SetTag(tag, value);
        using var redaction = new AddressRedaction();
        redaction.OnEnd(span);

        Assert.Equal(left, span.GetTagItem(tag));
    }

    [Fact]
    public void The_name_of_a_span_is_redacted_too_and_numbers_stay()
    {
        using var span = new Activity("test") { DisplayName = "GET /feeds/secret.ics" };
        span.SetTag("http.response.status_code", 200);
        using var redaction = new AddressRedaction();
        redaction.OnEnd(span);

        Assert.Equal(("GET /feeds/REDACTED", 200), (span.DisplayName, span.GetTagItem("http.response.status_code")));
    }
}
