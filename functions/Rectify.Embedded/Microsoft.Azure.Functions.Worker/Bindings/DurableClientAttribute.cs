using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Hands the client of the durable engine to a <c>DurableTaskClient</c> parameter.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute;
