using Microsoft.Azure.Functions.Worker;

namespace Rectify.Functions.Tests.FunctionRules;

public class FunctionRuleTests
{
    public static TheoryData<string> Wrong => new(
        "bad name: a name is",
        "Host: a name is",
        "Twice: the name is used 2 times",
        "Hidden: the method and its class are public",
        "Overloaded: the worker finds the method by its name",
        "Unbuildable: the class is built by its one public constructor",
        "Untriggered: one parameter carries one trigger; found 0",
        "TwoTriggers: one parameter carries one trigger; found 2",
        "Ungated: it says whom it allows",
        "GatedTwice: it says whom it allows",
        "ForNobody: it allows nobody",
        "PlatformKey: the platform's level is Anonymous",
        "SilentLevel: the platform's level is Anonymous",
        "AnyMethod: it names its methods",
        "NoRoute: its route is spelled out",
        "AdminRoute: the route Admin/cases is the host's own",
        "OneWay and SameWay: both answer GET /api/way/{}",
        "PlainText: it returns IActionResult",
        "LaterText: it returns IActionResult",
        "WrongRequest: the request is an HttpRequest",
        "Unbound: nothing can be bound to caseId",
        "UnmarkedClient: nothing can be bound to durable",
        "LostValue: the route value caseId has no parameter",
        "OddValue: the route value day cannot become a Uri",
        "FiveFields: a schedule has six fields",
        "TimerWithResult: it returns Task or nothing",
        "TimerWithText: the occasion is a TimerInfo",
        "OrchestratorWithMore: an orchestrator is given its context alone",
        "OrchestratorAtOnce: it returns a Task",
        "ActivityWithMore: nothing can be bound to more",
        "LosingInput: its input does not survive JSON",
        "LosingResult: its result does not survive JSON",
        "UnreadableResult: its result does not survive JSON");

    [Fact]
    public void Every_function_of_the_app_keeps_the_rules()
    {
        var types = typeof(RectifyApp).Assembly.GetTypes();
        Assert.Contains(types.SelectMany(type => type.GetMethods()), method => method.IsDefined(typeof(FunctionAttribute), inherit: false));
        Assert.Empty(FunctionRule.Breaks(types));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_function_that_breaks_a_rule_is_named_with_the_rule(string expected) =>
        Assert.Single(FunctionRule.Breaks([typeof(WrongFunctions), typeof(TwoWaysToBuild)]),
            found => found.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void A_wrong_function_breaks_the_rule_it_is_named_for_and_no_other()
    {
        var breaks = FunctionRule.Breaks([typeof(WrongFunctions), typeof(TwoWaysToBuild)]);
        Assert.All(breaks, found => Assert.Contains(Wrong, row => found.StartsWith(row.Data, StringComparison.Ordinal)));
    }
}
