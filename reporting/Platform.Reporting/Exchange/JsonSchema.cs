using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Reporting.Exchange;

/// <summary>
/// Checks JSON by the keywords of JSON Schema 2020-12 that the exchange's schema uses. A schema with any other keyword is refused, so that
/// no rule is silently left out.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "properties", "required", "additionalProperties", "items",
        "minLength", "maxLength", "pattern", "minimum", "allOf", "if", "then", "else", "not",
    ];

    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    /// <summary>Reads a schema.</summary>
    /// <exception cref="NotSupportedException">It uses a keyword that is not checked here.</exception>
    public static JsonSchema Parse(Stream stream)
    {
        using (stream)
        {
            var root = JsonDocument.Parse(stream).RootElement.Clone();
            Refuse(root);
            return new JsonSchema(root);
        }
    }

    /// <summary>What is wrong, each with its JSON Pointer; empty for a valid value.</summary>
    public IEnumerable<string> FaultsOf(JsonElement value) => Check(value, _root, "");

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string at) =>
        schema.EnumerateObject().SelectMany(rule => rule.Name switch
        {
            "$ref" => Check(value, Find(rule.Value.GetString()!), at), // a reference is a string
            "type" => Unless(IsOf(value, rule.Value.GetString()), at, $"is no {rule.Value.GetString()}"),
            "const" => Unless(JsonElement.DeepEquals(value, rule.Value), at, $"is not {rule.Value}"),
            "enum" => Unless(rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(value, one)), at, $"is none of {rule.Value}"),
            "minLength" => Unless(value.ValueKind is not JsonValueKind.String || Length(value) >= rule.Value.GetInt32(), at, "is too short"),
            "maxLength" => Unless(value.ValueKind is not JsonValueKind.String || Length(value) <= rule.Value.GetInt32(), at, $"is longer than {rule.Value}"),
            "pattern" => Unless(value.ValueKind is not JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.CultureInvariant), at, $"does not fit {rule.Value}"), // both are strings
            "minimum" => Unless(value.ValueKind is not JsonValueKind.Number || value.GetDecimal() >= rule.Value.GetDecimal(), at, $"is below {rule.Value}"),
            "required" => value.ValueKind is not JsonValueKind.Object ? [] : rule.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: '{name}' is missing"), // names are strings
            "properties" => Properties(value, rule.Value, at),
            "additionalProperties" => Additional(value, schema, at),
            "items" => value.ValueKind is not JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((one, i) => Check(one, rule.Value, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))),
            "allOf" => rule.Value.EnumerateArray().SelectMany(part => Check(value, part, at)),
            "if" => Branch(value, schema, at),
            "not" => Unless(Check(value, rule.Value, at).Any(), at, "has what it must not have"),
            _ => [], // notes, and the parts of other rules
        });

    private IEnumerable<string> Properties(JsonElement value, JsonElement rules, string at) =>
        value.ValueKind is not JsonValueKind.Object
            ? []
            : rules.EnumerateObject().SelectMany(rule => value.TryGetProperty(rule.Name, out var one) ? Check(one, rule.Value, $"{at}/{rule.Name}") : []);

    private static IEnumerable<string> Additional(JsonElement value, JsonElement schema, string at) =>
        value.ValueKind is not JsonValueKind.Object
            ? []
            : value.EnumerateObject().Where(one => !schema.GetProperty("properties").TryGetProperty(one.Name, out _)).Select(one => $"{at}/{one.Name} is not known");

    private IEnumerable<string> Branch(JsonElement value, JsonElement schema, string at)
    {
        var way = Check(value, schema.GetProperty("if"), at).Any() ? "else" : "then";
        return schema.TryGetProperty(way, out var next) ? Check(value, next, at) : [];
    }

    private JsonElement Find(string reference) => reference.Split('/').Skip(1).Aggregate(_root, (place, name) => place.GetProperty(name));

    private static bool IsOf(JsonElement value, string? type) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number),
        _ => throw new NotSupportedException($"The type '{type}' is not checked."),
    };

    // JSON Schema counts code points, not UTF-16 units.
    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count(); // asked of strings only

    private static IEnumerable<string> Unless(bool holds, string at, string fault) => holds ? [] : [$"{(at.Length == 0 ? "/" : at)} {fault}"];

    private static void Refuse(JsonElement schema)
    {
        foreach (var rule in schema.EnumerateObject())
        {
            if (!Known.Contains(rule.Name))
                throw new NotSupportedException($"The keyword '{rule.Name}' is not checked.");
            if (rule.Name is "properties" or "$defs")
                rule.Value.EnumerateObject().ToList().ForEach(part => Refuse(part.Value));
            else if (rule.Name is "items" or "if" or "then" or "else" or "not")
                Refuse(rule.Value);
            else if (rule.Name is "allOf")
                rule.Value.EnumerateArray().ToList().ForEach(Refuse);
        }
    }
}
