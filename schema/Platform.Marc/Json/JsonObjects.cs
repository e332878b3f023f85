using System.Buffers;

namespace Platform.Marc.Json;

/// <summary>Cuts a row of JSON objects, in an array, one a line or just one after another, without understanding them.</summary>
internal static class JsonObjects
{
    private static readonly SearchValues<byte> InObject = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    /// <summary>Where the next object begins, past the commas and brackets before it; -1 when only those are left.</summary>
    public static int Start(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'{');

    /// <summary>The length of the object that begins here; -1 when it does not end within these bytes.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var depth = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var found = bytes[i..].IndexOfAny(InObject);
            if (found < 0)
                return -1;
            i += found;
            if (bytes[i] == '"')
                i = EndOfString(bytes, i);
            else if (bytes[i] is (byte)'{' or (byte)'[')
                depth++;
            else if (--depth <= 0)
                return i + 1;
        }
        return -1;
    }

    private static int EndOfString(ReadOnlySpan<byte> bytes, int quote)
    {
        for (var i = quote + 1; i < bytes.Length; i++)
        {
            var found = bytes[i..].IndexOfAny(InString);
            if (found < 0)
                return bytes.Length;
            i += found;
            if (bytes[i] == '"')
                return i;
            i++;
        }
        return bytes.Length;
    }
}
