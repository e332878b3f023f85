using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Exchange;

/// <summary>Writes a batch as JSON (<c>schema/ministry/exchange/v1/exchange.schema.json</c>). The same batch gives the same bytes.</summary>
internal static class ExchangeJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A batch.</summary>
    public static byte[] Write(ExchangeBatch batch) => Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("phienbanluocdo", ExchangeSchemas.Version);
        json.WriteString("donvigui", batch.Library);
        json.WriteString("ky", batch.Period);
        json.WriteStartArray("banghi");
        foreach (var line in batch.Records)
            WriteLine(json, batch, line);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The data of an object alone: what its hash is made of.</summary>
    public static byte[] Data(ExchangeObject data) => Bytes(json => WriteData(json, data));

    private static void WriteLine(Utf8JsonWriter json, ExchangeBatch batch, ExchangeLine line)
    {
        json.WriteStartObject();
        json.WriteString("doituong", line.Step.Object);
        json.WriteString("idbanghi", line.Step.RecordId);
        json.WriteString("sukien", ExchangeWords.Of(line.Step.Event));
        json.WriteNumber("phienban", line.Step.Number);
        json.WriteString("thoigiancapnhat", ExchangeWords.Of(batch.At));
        if (line.Step.Event is not ExchangeEvent.Cancel && line.Data is { } data)
        {
            json.WritePropertyName("dulieu");
            WriteData(json, data);
        }
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, ExchangeObject data)
    {
        json.WriteStartObject();
        foreach (var (name, value) in data.Fields)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No value of the exchange.");
        }
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
            write(json);
        return stream.ToArray();
    }
}
