using System.Diagnostics;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;

namespace Rectify.Board.Consultations;

/// <summary>How far a consultation has come that an officer answers, in words.</summary>
internal static class RequestWords
{
    public static Bilingual Of(RequestState state) => state switch
    {
        RequestState.Waiting => ("待核定", "waiting for an officer"),
        RequestState.Issued => ("已出具", "issued"),
        RequestState.Returned => ("已退回", "returned"),
        _ => throw new UnreachableException(state.ToString()),
    };
}
