using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Reporting.Snapshots;

/// <summary>
/// The canonical form of a document: UTF-8 without blanks, properties in the order they are declared, absent values left out,
/// Vietnamese letters as they are. The same document gives the same bytes on every machine.
/// </summary>
public static class CanonicalJson
{
    private static readonly DocumentJson Json = new(new JsonSerializerOptions(DocumentJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a document.</summary>
    public static byte[] Write(ReportDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Json.ReportDocument);

    /// <summary>Reads a document that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are no document.</exception>
    public static ReportDocument Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, Json.ReportDocument) ?? throw new JsonException("The document is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;
