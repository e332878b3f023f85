using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Platform.Api.Catalogue.Sru;

/// <summary>A request taken apart.</summary>
internal sealed record SruRequest
{
    private const int DefaultRecords = 10;
    private const int MostRecords = 100;
    private const int DefaultTerms = 20;
    private const int MostTerms = 100;

    public required SruVersion Version { get; init; }

    /// <summary><c>searchRetrieve</c>, <c>scan</c> or <c>explain</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The query or the scan clause; empty for explain.</summary>
    public string Query { get; init; } = "";

    /// <summary>Position of the first record, from 1.</summary>
    public int StartRecord { get; init; } = 1;

    public int MaximumRecords { get; init; }

    public int MaximumTerms { get; init; }

    /// <summary>Where the asked term stands among the terms given: 1 is first, 0 before the first.</summary>
    public int ResponsePosition { get; init; } = 1;

    public SruSchema Schema { get; init; } = SruSchema.All[0];

    /// <summary>Whether records are given as text instead of as elements.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>What is wrong with the request; null when nothing is.</summary>
    public SruDiagnostic? Fault { get; init; }

    /// <summary>Takes a request apart.</summary>
    public static SruRequest Read(IEnumerable<KeyValuePair<string, StringValues>> given)
    {
        var values = given.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var number = values.GetValueOrDefault("version");
        var version = number is not null ? SruVersion.Of(number) : values.ContainsKey("operation") ? SruVersion.OneTwo : SruVersion.Two;
        var operation = values.GetValueOrDefault("operation") ?? (values.ContainsKey("query") ? "searchRetrieve" : values.ContainsKey("scanClause") ? "scan" : "explain");
        var request = new SruRequest { Version = version ?? SruVersion.OneTwo, Operation = operation };
        if (version is null)
            return request with { Fault = new SruDiagnostic(5, "2.0") };
        try
        {
            return Completed(request, values);
        }
        catch (UnusableParameterException unusable)
        {
            return request with { Fault = unusable.Diagnostic };
        }
    }

    private static SruRequest Completed(SruRequest request, Dictionary<string, string> values)
    {
        if (values.ContainsKey("stylesheet"))
            throw new UnusableParameterException(110, "stylesheet");
        request = request with { IsEscaped = IsText(request.Version, values) };
        return request.Operation switch
        {
            "explain" => request,
            "scan" => request with
            {
                Query = Required(values, "scanClause"),
                MaximumTerms = Math.Min(MostTerms, Number(values, "maximumTerms", DefaultTerms, least: 1)),
                ResponsePosition = Number(values, "responsePosition", 1, least: 0),
            },
            "searchRetrieve" => request with
            {
                Query = Required(values, "query"),
                StartRecord = Number(values, "startRecord", 1, least: 1),
                MaximumRecords = Math.Min(MostRecords, Number(values, "maximumRecords", DefaultRecords, least: 0)),
                Schema = SruSchema.Of(values.GetValueOrDefault("recordSchema")) ?? throw new UnusableParameterException(66, values["recordSchema"]),
            },
            _ => throw new UnusableParameterException(4, request.Operation),
        };
    }

    // SRU 2.0 gave the parameter another name, and the old one another meaning.
    private static bool IsText(SruVersion version, Dictionary<string, string> values)
    {
        var (packing, escaping) = (values.GetValueOrDefault("recordPacking"), values.GetValueOrDefault("recordXMLEscaping"));
        if (version.IsFirst ? packing is not (null or "xml" or "string") : packing is not (null or "packed" or "unpacked"))
            throw new UnusableParameterException(71, packing);
        if (!version.IsFirst && escaping is not (null or "xml" or "string"))
            throw new UnusableParameterException(6, escaping);
        return (version.IsFirst ? packing : escaping) is "string";
    }

    private static string Required(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new UnusableParameterException(7, name);

    private static int Number(Dictionary<string, string> values, string name, int otherwise, int least)
    {
        if (!values.TryGetValue(name, out var text))
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw new UnusableParameterException(6, name);
    }

    private sealed class UnusableParameterException(int diagnostic, string details) : Exception
    {
        public SruDiagnostic Diagnostic { get; } = new(diagnostic, details);
    }
}
