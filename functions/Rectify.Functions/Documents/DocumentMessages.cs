using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Documents;

/// <summary>The messages about a document that does not exist.</summary>
internal static class DocumentMessages
{
    public static readonly MessageCode<IReadOnlyList<string>, string> NoKind = new(
        "not-found.document", "one of {0}; got \"{1}\".", "应为 {0} 之一，现为“{1}”。");

    public static readonly MessageCode<CaseStatus, IReadOnlyList<string>, string> NotOfCase = new(
        "no-such-measure", "the case is {0} and holds {1}; got \"{2}\".", "案件现为“{0}”，有 {1}，没有“{2}”。");
}
