using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Rectify.Board.Forms;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Forms;

/// <summary>Reads the forms that the board receives.</summary>
public sealed class FormReader(FormSeal seal)
{
    // A text has up to 20,000 characters, and a Chinese character takes nine bytes in a form.
    private const int MaxBytes = 1024 * 1024;
    private const int MaxPairs = 4_096;

    /// <summary>A ticket for the form at the request's address.</summary>
    public string Ticket(HttpRequest request, int? version = null) => seal.Issue(request, version);

    /// <summary>A ticket for a form that is sent to another address of the board.</summary>
    public string TicketFor(HttpRequest request, string address) => seal.Issue(request, address: address);

    /// <summary>The form, or why it is refused: too large, not a form, unreadable, or not given out in this session.</summary>
    public async Task<Outcome<ReceivedForm>> ReceiveAsync(HttpRequest request, int maxBytes = MaxBytes)
    {
        if (!(await ReadAsync(request, maxBytes)).Try(out var form, out var problem)) return problem;

        var ticket = form[FormModel.TicketName].ToString();
        return seal.Open(request, ticket) is { } valid
            ? new ReceivedForm(
                valid, ticket.Length > 0 ? ticket : seal.Issue(request),
                new FormInput(form.SelectMany(pair => pair.Value.Select(text => KeyValuePair.Create(pair.Key, text ?? "")))),
                form[FormModel.StepName].ToString(), form.Files)
            : Problem.Of(ProblemKind.Forbidden, ProblemTitles.FormNotIssued, FormMessages.NotIssued);
    }

    /// <summary>The fields of a form without a check of its ticket, or why they cannot be read.</summary>
    public static async Task<Outcome<IFormCollection>> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (!request.HasFormContentType)
            return Problem.Of(ProblemKind.WrongFormat, ProblemTitles.NotAForm, FormMessages.NotAForm.With(request.ContentType));
        if (!(await BodyBytes.ReadAsync(request, maxBytes)).Try(out var bytes, out var problem)) return problem;

        request.Body = new MemoryStream(bytes);
        try
        {
            var limits = new FormOptions { ValueCountLimit = MaxPairs, ValueLengthLimit = maxBytes, MultipartBodyLengthLimit = maxBytes };
            return Outcome<IFormCollection>.Of(await request.ReadFormAsync(limits, request.HttpContext.RequestAborted));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException)
        {
            return Problem.Of(ProblemKind.Malformed, ProblemTitles.MalformedForm, FormMessages.Malformed);
        }
    }
}

/// <summary>A form that was sent.</summary>
/// <param name="Ticket">The form's ticket.</param>
/// <param name="TicketText">The sealed ticket, for showing the form again.</param>
/// <param name="Input">What was typed.</param>
/// <param name="Step">The button that was pressed.</param>
/// <param name="Files">The uploaded files.</param>
public sealed record ReceivedForm(FormTicket Ticket, string TicketText, FormInput Input, string Step, IFormFileCollection Files);
