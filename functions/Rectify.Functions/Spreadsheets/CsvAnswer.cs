using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Spreadsheets;

/// <summary>A CSV table as an HTTP answer.</summary>
internal static class CsvAnswer
{
    /// <summary>The answer with a table, which a browser saves under the given name.</summary>
    public static IActionResult ToResult(string table, string fileName, int status = 200) =>
        new CsvResult(table, fileName, status);

    private sealed class CsvResult(string table, string fileName, int status) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.StatusCode = status;
            response.ContentType = $"{CsvText.MediaType}; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            await response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), context.HttpContext.RequestAborted);
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(table), context.HttpContext.RequestAborted);
        }
    }
}
