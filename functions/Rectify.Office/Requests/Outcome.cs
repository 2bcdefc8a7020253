using System.Diagnostics.CodeAnalysis;

namespace Rectify.Office.Requests;

/// <summary>A value that was read from a request, or the problem with it.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;
    private readonly Problem? problem;

    private Outcome(T? value, Problem? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>
    /// An outcome with a value. Needed where the type is an interface, since C# allows no conversion operators from interfaces.
    /// </summary>
    public static Outcome<T> Of(T value) => new(value, null);

    /// <summary>True with the value, or false with the problem.</summary>
    public bool Try([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out Problem? refusal)
    {
        (result, refusal) = (value, problem);
        return problem is null;
    }
}
