using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Api.GraphQL.Reading;

/// <summary>One parameter of a compiled SQL text: its name there, and how a value of the model becomes a value of the database.</summary>
internal sealed record PlanParameter(string Name, RelationalTypeMapping Mapping, bool IsList)
{
    /// <summary>The value as EF's command takes it: lists as JSON, anything else as the model has it.</summary>
    public object? Stored(object? value) => IsList ? ToJson((IEnumerable)value!) : value; // a list parameter always has a list

    // One text for any number of values; whole numbers are by far the most common: keys.
    private string ToJson(IEnumerable values)
    {
        if (values is IReadOnlyCollection<long> keys)
            return KeysToJson(keys);
        var json = new StringBuilder("[");
        foreach (var value in values)
            json.Append(json.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(Mapping.Converter?.ConvertToProvider(value) ?? value));
        return json.Append(']').ToString();
    }

    private static string KeysToJson(IReadOnlyCollection<long> keys)
    {
        var json = new StringBuilder("[", keys.Count * 8);
        foreach (var key in keys)
            json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{key}");
        return json.Append(']').ToString();
    }
}
