// The package says nothing about null here.
#nullable disable
namespace DurableTask.Core.Exceptions;

/// <summary>A start was refused because an instance of this id exists in a status that refuses it.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>A refusal without text.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>A refusal that names the instance and its status.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with its cause.</summary>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
