using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>A payload as it is kept for a repeated call: keys of rows, plain values, and errors with their types.</summary>
internal static class PayloadJson<TPayload>
    where TPayload : Payload
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameErrors } },
    };

    public static string Write(TPayload payload) => JsonSerializer.Serialize(payload, Options);

    public static TPayload Read(string json) => JsonSerializer.Deserialize<TPayload>(json, Options)!; // never written from null

    private static void NameErrors(JsonTypeInfo type)
    {
        if (type.Type != typeof(MutationError))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var error in ErrorGraphs.ErrorsOf(typeof(TPayload)))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(error, error.Name));
    }
}
