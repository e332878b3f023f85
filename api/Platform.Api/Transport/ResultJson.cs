using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser;

namespace Platform.Api.Transport;

/// <summary>Writes an execution result as the specification's response map: errors first, then data in the order of the selection, then extensions.</summary>
internal static class ResultJson
{
    // Vietnamese text goes out as it is: a JSON answer is no HTML.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>More errors teach a client nothing, and cost their writing.</summary>
    public const int MostErrors = 5;

    public static void Write(PooledBuffer buffer, ExecutionResult result, ErrorWording wording)
    {
        using var json = new Utf8JsonWriter(buffer, Writing);
        Write(json, result, wording);
    }

    /// <summary>Writes the response map as a part of another text.</summary>
    public static void Write(Utf8JsonWriter json, ExecutionResult result, ErrorWording wording)
    {
        json.WriteStartObject();
        if (result.Errors is { Count: > 0 } found)
        {
            json.WritePropertyName("errors");
            WriteErrors(json, found, wording);
        }
        if (result.Executed)
        {
            json.WritePropertyName("data");
            WriteData(json, result.Data);
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions");
            WriteValue(json, extensions);
        }
        json.WriteEndObject();
    }

    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<ExecutionError> found, ErrorWording wording)
    {
        json.WriteStartArray();
        foreach (var error in found.Take(MostErrors))
            WriteError(json, error, wording);
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, ExecutionError error, ErrorWording wording)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, wording.MessageOf(error));
        if (error.Locations is { Count: > 0 } locations)
            WriteLocations(json, locations);
        if (error.Path is { } path)
        {
            json.WritePropertyName("path"u8);
            WriteValue(json, path);
        }
        json.WritePropertyName("extensions"u8);
        WriteValue(json, wording.ExtensionsOf(error));
        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, List<Location> locations)
    {
        json.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteNumber("line"u8, location.Line);
            json.WriteNumber("column"u8, location.Column);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteData(Utf8JsonWriter json, object? data)
    {
        if (data is ExecutionNode node)
            WriteNode(json, node);
        else
            WriteValue(json, data);
    }

    private static void WriteNode(Utf8JsonWriter json, ExecutionNode node)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: { } fields }:
                json.WriteStartObject();
                foreach (var field in fields)
                {
                    json.WritePropertyName(field.Name!); // only items of lists have no name
                    WriteNode(json, field);
                }
                json.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteNode(json, item);
                json.WriteEndArray();
                break;
            default:
                WriteValue(json, node.ToValue());
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(json, map); break;
            case IEnumerable<object?> list: WriteList(json, list); break;
            default: JsonSerializer.Serialize(json, value, Plain); break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<object?> list)
    {
        json.WriteStartArray();
        foreach (var item in list)
            WriteValue(json, item);
        json.WriteEndArray();
    }
}
