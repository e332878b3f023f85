namespace Platform.Api.Catalogue.Sru;

/// <summary>How a version of SRU writes its answers.</summary>
/// <param name="Number">The version's number.</param>
/// <param name="Namespace">Namespace of answers.</param>
/// <param name="ScanNamespace">Namespace of scan answers.</param>
/// <param name="DiagnosticNamespace">Namespace of diagnostics.</param>
internal sealed record SruVersion(string Number, string Namespace, string ScanNamespace, string DiagnosticNamespace)
{
    private const string First = "http://www.loc.gov/zing/srw/";

    private const string FirstDiagnostics = "http://www.loc.gov/zing/srw/diagnostic/";

    public static SruVersion Two { get; } = new(
        "2.0", "http://docs.oasis-open.org/ns/search-ws/sruResponse", "http://docs.oasis-open.org/ns/search-ws/scan", "http://docs.oasis-open.org/ns/search-ws/diagnostic");

    public static SruVersion OneTwo { get; } = new("1.2", First, First, FirstDiagnostics);

    private static SruVersion OneOne { get; } = OneTwo with { Number = "1.1" };

    /// <summary>Whether answers name their version and how records are packed in the words of SRU 1.</summary>
    public bool IsFirst => Number[0] == '1';

    /// <summary>The version with the number; null when it is not spoken here.</summary>
    public static SruVersion? Of(string number) => number switch
    {
        "1.1" => OneOne,
        "1.2" => OneTwo,
        "2.0" => Two,
        _ => null,
    };
}
