using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Reporting.Definitions;

/// <summary>How definitions are read: unknown properties are faults, so that a misspelt one is found at start.</summary>
internal static class DefinitionJson
{
    // By reflection: generated readers would lose the defaults of properties that a definition leaves out.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The text is none, or says something that nobody understands.</exception>
    public static T Read<T>(Stream json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The value is null.");
}
