using System.Text;

namespace Platform.Marc.Content;

/// <summary>Bytes made fit to be shown in a message.</summary>
internal static class FieldText
{
    /// <summary>Printable ASCII as it is, anything else as <c>\x1F</c>; at most 40 bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes[..Math.Min(40, bytes.Length)])
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append("\\x").Append(Convert.ToHexString([b]));
        return bytes.Length > 40 ? text.Append('…').ToString() : text.ToString();
    }
}
