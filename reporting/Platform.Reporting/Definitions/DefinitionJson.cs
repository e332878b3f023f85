using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Definitions;

/// <summary>How definitions are read: unknown properties are faults, so that a misspelt one is found at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(ReportDefinition))]
[JsonSerializable(typeof(IReadOnlyList<Metric>))]
internal sealed partial class DefinitionJson : JsonSerializerContext;
