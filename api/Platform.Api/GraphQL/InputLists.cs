using System.Collections;
using GraphQL;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>Measures the lists that a request's variables hold, before anything is made of them.</summary>
internal static class InputLists
{
    public static RequestProblem? Check(Inputs? variables, int most) =>
        variables?.FirstOrDefault(v => IsTooLong(v.Value, most)) is { Key: { } name } ? Problems.ListTooLong($"${name}", most) : null;

    // The JSON's depth is bounded where it is read.
    private static bool IsTooLong(object? value, int most) => value switch
    {
        IDictionary<string, object?> map => map.Values.Any(v => IsTooLong(v, most)),
        ICollection list => list.Count > most || list.Cast<object?>().Any(v => IsTooLong(v, most)),
        _ => false,
    };
}
