using System.Globalization;
using System.Text;
using System.Xml;
using Platform.Marc;

namespace Platform.Storage.Catalogue.Copying;

/// <summary>What an SRU server answered: its records, and what it said against the question.</summary>
/// <param name="Total">How many records it has; null when it did not say.</param>
/// <param name="Records">The records it gave that could be read.</param>
/// <param name="Diagnostic">Its diagnostic; null when there was none.</param>
internal sealed record SruRecords(int? Total, IReadOnlyList<MarcRecord> Records, string? Diagnostic)
{
    private const string MarcNamespace = "http://www.loc.gov/MARC21/slim";
    private const int LongestDiagnostic = 200;
    private const int DeepestNesting = 64;

    /// <summary>Reads an answer, whatever its version: no document type, no outside entity, never more than the bytes allowed.</summary>
    /// <exception cref="XmlException">It is no XML, or one that nobody honest writes.</exception>
    public static async Task<SruRecords> ReadAsync(Stream answer, int mostBytes, int mostRecords, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostBytes, MaxCharactersFromEntities = 1 };
        using var xml = XmlReader.Create(answer, settings);
        var (total, diagnostic, records) = ((int?)null, (string?)null, new List<MarcRecord>());
        var isAtNext = false;
        while (isAtNext || await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.Depth > DeepestNesting)
                throw new XmlException("Elements are nested too deep.");
            isAtNext = false;
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            isAtNext = true;
            if (xml is { LocalName: "record", NamespaceURI: MarcNamespace })
                Add(records, await xml.ReadOuterXmlAsync(), mostRecords);
            else if (xml.LocalName is "numberOfRecords" && total is null)
                total = int.TryParse(await xml.ReadElementContentAsStringAsync(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            else if (xml.LocalName is "message" or "details" && xml.NamespaceURI.Contains("diagnostic", StringComparison.Ordinal))
                diagnostic = Joined(diagnostic, await xml.ReadElementContentAsStringAsync());
            else
                isAtNext = false;
        }
        return new SruRecords(total, records, diagnostic);
    }

    private static void Add(List<MarcRecord> records, string xml, int mostRecords)
    {
        if (records.Count >= mostRecords)
            return;
        try
        {
            records.Add(MarcRecord.ReadOne(Encoding.UTF8.GetBytes(xml), MarcFormat.MarcXml));
        }
        catch (InvalidDataException)
        {
            // One record that cannot be read does not spoil the others.
        }
    }

    private static string Joined(string? before, string text)
    {
        var joined = before is null ? text : $"{before}: {text}";
        return joined.Length <= LongestDiagnostic ? joined : joined[..LongestDiagnostic];
    }
}
