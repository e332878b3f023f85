using Microsoft.Extensions.Primitives;

namespace Platform.Api.Catalogue.Oai;

/// <summary>A request taken apart: its verb and its arguments, checked against what the verb takes.</summary>
/// <param name="Verb">The verb; null when it is missing or unknown.</param>
/// <param name="Values">All arguments without the verb, as given.</param>
/// <param name="Fault">What is wrong with them; null when nothing is.</param>
internal sealed record OaiArguments(string? Verb, IReadOnlyDictionary<string, string> Values, OaiFault? Fault)
{
    private const string Token = "resumptionToken";

    private static readonly Dictionary<string, Takes> Verbs = new(StringComparer.Ordinal)
    {
        ["Identify"] = new([], [], false),
        ["ListMetadataFormats"] = new([], ["identifier"], false),
        ["ListSets"] = new([], [], true),
        ["GetRecord"] = new(["identifier", "metadataPrefix"], [], false),
        ["ListIdentifiers"] = new(["metadataPrefix"], ["from", "until", "set"], true),
        ["ListRecords"] = new(["metadataPrefix"], ["from", "until", "set"], true),
    };

    /// <summary>The value of an argument; null when it was not given.</summary>
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>Takes a request apart.</summary>
    public static OaiArguments Read(IEnumerable<KeyValuePair<string, StringValues>> given)
    {
        var all = given.ToList();
        var values = all.Where(pair => pair.Key != "verb").ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var verbs = all.Where(pair => pair.Key == "verb").SelectMany(pair => pair.Value).ToList();
        if (verbs is not [{ } verb] || !Verbs.TryGetValue(verb, out var takes))
            return new OaiArguments(null, values, new OaiFault("badVerb", verbs.Count switch
            {
                0 => "The argument 'verb' is missing.",
                1 => $"'{verbs[0]}' is no verb of OAI-PMH.",
                _ => "The argument 'verb' is repeated.",
            }));
        var fault = all.FirstOrDefault(pair => pair.Value.Count != 1) is { Key: { } repeated }
            ? $"The argument '{repeated}' is repeated."
            : FaultOf(takes, values);
        return new OaiArguments(verb, values, fault is null ? null : new OaiFault("badArgument", fault));
    }

    private static string? FaultOf(Takes takes, Dictionary<string, string> values)
    {
        if (takes.TakesToken && values.ContainsKey(Token))
            return values.Count == 1 ? null : $"The argument '{Token}' excludes all others.";
        if (takes.Required.FirstOrDefault(name => !values.TryGetValue(name, out var value) || value.Length == 0) is { } missing)
            return $"The argument '{missing}' is missing.";
        if (values.Keys.Except([.. takes.Required, .. takes.Optional]).FirstOrDefault() is { } unknown)
            return $"The argument '{unknown}' is not one of this verb.";
        return values.FirstOrDefault(pair => pair.Key is "metadataPrefix" && !IsName(pair.Value) || pair.Key is "set" && !pair.Value.Split(':').All(IsName)) is { Key: { } odd }
            ? $"The argument '{odd}' holds what no name holds: '{values[odd]}'."
            : null;
    }

    // What a format or a part of a set's name may hold.
    private static bool IsName(string value) =>
        value.Length > 0 && value.All(character => char.IsAsciiLetterOrDigit(character) || "-_.!~*'()".Contains(character, StringComparison.Ordinal));

    private sealed record Takes(string[] Required, string[] Optional, bool TakesToken);
}

/// <summary>An error condition of the protocol.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record OaiFault(string Code, string Message)
{
    /// <summary>Whether the request is so wrong that its arguments are not repeated in the answer.</summary>
    public bool IsOfTheRequest => Code is "badVerb" or "badArgument";
}
