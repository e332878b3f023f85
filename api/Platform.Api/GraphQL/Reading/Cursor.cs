using System.Buffers.Text;
using System.Text.Json;

namespace Platform.Api.GraphQL.Reading;

/// <summary>
/// A place in an ordered list: the order's name and the values of its columns at one row. Paging goes on from the values, so rows
/// that come and go between two pages neither repeat nor hide others.
/// </summary>
internal sealed record Cursor(string Order, IReadOnlyList<object?> Values)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string ToString() =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<object?[]>([Order, .. Values], Compact));

    /// <summary>Reads a cursor of the order; null for a text that is none, or belongs to another order (then <paramref name="found"/> names it).</summary>
    public static Cursor? Read(string text, string order, IReadOnlyList<OrderColumn> columns, out string? found)
    {
        found = null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var parts = json.RootElement;
            if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() < 1 || parts[0].ValueKind != JsonValueKind.String)
                return null;
            found = parts[0].GetString();
            if (found != order || parts.GetArrayLength() != columns.Count + 1)
                return null;
            return new Cursor(order, [.. columns.Select((column, i) => ValueOf(parts[i + 1], column.Column.ValueType))]);
        }
        catch (Exception e) when (e is FormatException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The one number of a cursor of the order; null for a text that is none.</summary>
    public static int? ReadNumber(string text, string order)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return json.RootElement is { ValueKind: JsonValueKind.Array } parts && parts.GetArrayLength() == 2 && parts[0].ValueEquals(order) ? parts[1].GetInt32() : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static object? ValueOf(JsonElement part, Type type) => part.ValueKind == JsonValueKind.Null ? null : part.Deserialize(type);
}
