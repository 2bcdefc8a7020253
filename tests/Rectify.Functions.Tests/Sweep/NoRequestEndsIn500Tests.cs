using System.Text;

namespace Rectify.Functions.Tests.Sweep;

/// <summary>Every route value, parameter, member and field, broken one at a time: answered in words, and never a 500.</summary>
/// <remarks>The places come from the routes, the contract and the pages, so that a new one is swept without a new line here.</remarks>
public sealed class NoRequestEndsIn500Tests(SweptOffice office) : IClassFixture<SweptOffice>
{
    private static readonly string[] OfSessions = ["board/seen", "board/session-end", "board/sign-in-link", "board/sign-out"];

    private static readonly string[] Languages = ["zh-CN", "en"];

    [Fact]
    public Task Every_route_value_may_be_anything() => office.RequireAsync(
        from route in office.Routes
        from name in SweptOffice.ValuesOf(route.Route)
        from method in route.Methods
        from value in Awkward.Segments.Index()
        let address = office.AddressOf(route.Route, name, value.Item)
        select new SweptRequest(method, address, LanguageOf(value.Index), $"{{{name}}}") { Body = BodyFor(method) });

    [Fact]
    public Task Every_parameter_of_the_interface_may_be_anything() => office.RequireAsync(
        from operation in ContractSamples.Operations
        let queries = ContractSamples.ParametersOf(operation.Operation).Where(parameter => parameter.Place == "query").ToList()
        from broken in queries.Index()
        let others = queries.Where(other => other.IsRequired && other.Name != broken.Item.Name)
        let rest = string.Concat(others.Select(other => $"&{other.Name}={ContractSamples.ValueOf(other.Name, other.Format)}"))
        from query in Awkward.QueriesOf(broken.Item.Name).Index()
        let address = $"{office.AddressOf(operation.Path)}?{query.Item}{rest}"
        select new SweptRequest(operation.Method, address, LanguageOf(broken.Index + query.Index), broken.Item.Name)
        {
            Body = BodyFor(operation.Method),
        });

    [Fact]
    public Task Every_header_of_the_interface_may_be_anything() => office.RequireAsync(
        from operation in ContractSamples.Operations
        from header in ContractSamples.ParametersOf(operation.Operation).Where(parameter => parameter.Place == "header")
        let body = ContractSamples.BodyOf(operation.Operation) is { } schema ? ContractSamples.Body(schema, [], "")!.ToJsonString() : "{}"
        from value in Awkward.Headers.Index()
        select new SweptRequest(operation.Method, office.AddressOf(operation.Path), LanguageOf(value.Index), $"{header.Name}: {value.Item}")
        {
            Body = BodyFor(operation.Method, body),
            Headers = [(header.Name, value.Item)],
        });

    [Fact]
    public Task Every_member_of_a_body_may_be_anything() => office.RequireAsync(
        from operation in ContractSamples.Operations
        let schema = ContractSamples.BodyOf(operation.Operation)
        where schema is not null
        from place in ContractSamples.MembersOf(schema, _ => true).Index()
        from body in Bodies(ContractSamples.Body(schema, place.Item, ContractSamples.Mark)!.ToJsonString(), place.Item).Index()
        let broken = $"{string.Join('.', place.Item)} in {body.Item}"
        select new SweptRequest(operation.Method, office.AddressOf(operation.Path), LanguageOf(place.Index + body.Index), broken)
        {
            Body = BodyFor(operation.Method, body.Item),
        });

    [Fact]
    public Task Every_parameter_of_a_page_may_be_anything() => office.RequireAsync(
        from route in office.Routes.Where(route => route.Methods.Contains("GET")).Select(route => route.Route)
        let address = office.Pages.PagesOf(route) is [var found, ..] ? found : office.AddressOf(route)
        from name in office.Pages.QueriesOf(route).Index()
        from query in Awkward.QueriesOf(name.Item).Index()
        select new SweptRequest("GET", $"{address}?{query.Item}", LanguageOf(name.Index + query.Index), name.Item));

    [Fact]
    public async Task Every_field_of_a_form_may_be_anything_and_keeps_it()
    {
        var places = (
            from form in office.Pages.Forms.Concat(OfSessions.Select(route => SweptForm.OfTicket($"/{route}")))
            from name in form.Places.Index()
            from typed in Awkward.Typed.Index()
            select (Form: form, Name: name.Item, Typed: typed.Item, Turn: name.Index + typed.Index)).ToList();

        // What is confirmed may be carried out, and is no longer offered afterwards: so it comes last.
        await office.RequireAsync(places.Select(place => Sent(place.Form, place.Name, place.Typed, "preview", LanguageOf(place.Turn))));
        await office.RequireAsync(
            from place in places
            where place.Turn % 4 == 0
            select Sent(place.Form, place.Name, place.Typed, "confirm", LanguageOf(place.Turn / 4)));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1900-01-01")]
    [InlineData("2099-12-30")]
    [InlineData("9999-12-31")]
    public Task No_absurd_day_in_any_form_or_filter_of_the_board_is_taken(string day)
    {
        var typed =
            from form in office.Pages.Forms
            from name in form.Days
            select Sent(form, name, day, "preview", "en") with { Expected = Answer.Refusal };
        var asked =
            from filter in office.Pages.Filters
            from name in filter.Days
            select new SweptRequest("GET", $"{filter.Address}?{name}={day}", "zh-CN", name) { Expected = Answer.Refusal };
        return office.RequireAsync(typed.Concat(asked));
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("1948")]
    [InlineData("2100")]
    [InlineData("9999")]
    public Task No_absurd_year_in_any_address_is_taken(string year) => office.RequireAsync(
        from route in office.Routes
        where SweptOffice.ValuesOf(route.Route).Contains("year")
        from method in route.Methods
        select new SweptRequest(method, office.AddressOf(route.Route, "year", year), "en", year)
        {
            Body = BodyFor(method),
            Expected = Answer.RefusalWithLimits,
        });

    [Fact]
    public void Every_page_and_form_of_the_board_is_among_them()
    {
        var missing = office.Routes.Where(route => SweptOffice.IsPage(route.Route)).Where(route => route.Methods.Contains("POST")
            ? office.Pages.Forms.All(form => form.Route != route.Route)
            : office.Pages.PagesOf(route.Route).Count == 0);
        // A caller with a key has no session: there is none to begin or to end, and nothing that it has seen.
        Assert.Equal(OfSessions, missing.Select(route => route.Route).Order(StringComparer.Ordinal));
    }

    // Every value meets both languages, and so does every place.
    private static string LanguageOf(int turn) => Languages[turn % Languages.Length];

    // In place of the member; left out; twice; and cut off behind its name.
    private static IEnumerable<string> Bodies(string body, IReadOnlyList<string> place)
    {
        var (quoted, member) = ($"\"{ContractSamples.Mark}\"", $"\"{place[^1]}\":");
        return
        [
            .. Awkward.Json.Select(value => body.Replace(quoted, value, StringComparison.Ordinal)),
            body.Replace($"{member}{quoted}", "\"\":1", StringComparison.Ordinal),
            body.Replace($"{member}{quoted}", $"{member}1,{member}2", StringComparison.Ordinal),
            body[..body.IndexOf(quoted, StringComparison.Ordinal)],
        ];
    }

    private static Func<HttpContent>? BodyFor(string method, string json = "{}") =>
        method is "GET" or "HEAD" or "DELETE" or "OPTIONS" ? null : () => new StringContent(json, Encoding.UTF8, "application/json");

    private static SweptRequest Sent(SweptForm form, string name, string typed, string step, string language) =>
        new("POST", form.Address, language, $"{step}: {name}={typed}")
        {
            Body = () => form.With(name, typed, step),
            RefusalFault = page =>
                form.IsText(name) && typed.Trim().Length > 0 && form.IsShownAgain(page) && !SweptForm.Keeps(page, name, typed)
                    ? $"{name} was not kept"
                    : null,
        };
}
