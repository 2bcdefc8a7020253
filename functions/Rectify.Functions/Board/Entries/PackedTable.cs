using System.IO.Compression;
using Rectify.Board.Forms;
using Rectify.Functions.Board.Forms;

namespace Rectify.Functions.Board.Entries;

/// <summary>Packs a file into a form, which carries it from the preview to the confirmation, so that the server need not keep it.</summary>
internal static class PackedTable
{
    /// <summary>The name of the form's field that holds the packed file.</summary>
    public const string FieldName = "table";

    /// <summary>The file that was chosen, or that the form has carried since; null when there is none, or when it is empty.</summary>
    public static async Task<byte[]?> FileOfAsync(ReceivedForm sent, Field field, int maxBytes, CancellationToken cancellation)
    {
        if (sent.Files.GetFile(field.Name) is not { Length: > 0 } upload)
            return sent.Input.Text(FieldName) is { Length: > 0 } packed ? Unpack(packed, maxBytes) : null;

        using var file = new MemoryStream();
        await upload.CopyToAsync(file, cancellation);
        return file.ToArray();
    }

    /// <summary>The file as a text.</summary>
    public static string Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(file);
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The file in a text; null when the text is no packed file, or the file is empty or larger than allowed.</summary>
    public static byte[]? Unpack(string text, int maxBytes)
    {
        try
        {
            using var file = new MemoryStream();
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = brotli.Read(buffer)) > 0)
            {
                if (file.Length + read > maxBytes) return null;
                file.Write(buffer, 0, read);
            }

            return file.Length == 0 ? null : file.ToArray();
        }
        catch (Exception foreign) when (foreign is FormatException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }
}
