using System.Security.Cryptography;
using System.Text;
using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>The id under which a mail goes out. It is derived from the id of the mail, so that every attempt uses the same one.</summary>
public static class MessageId
{
    // This value must not change: unfinished mails would get another id and could be sent twice.
    private static readonly Guid Namespace = new("5a1f3d52-8a0e-5c3b-9d0b-7e1f6c2a4b90");

    /// <summary>A UUID of version 8 (RFC 9562, 5.8) over the SHA-256 of namespace and name, laid out as version 5 lays out SHA-1.</summary>
    public static Guid Of(NoticeId id)
    {
        byte[] named = [.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(id.Value)];
        var bytes = SHA256.HashData(named)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
