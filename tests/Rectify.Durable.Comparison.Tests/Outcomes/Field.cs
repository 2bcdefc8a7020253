namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>One thing that a row told.</summary>
internal readonly record struct Field(string Name, string Value)
{
    public override string ToString() => $"{Name}: {Value}";
}
