using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Platform.Reporting.Exchange;

namespace Platform.EducationSandbox;

/// <summary>Checks exchange files by their schemas and reads their records; other files have none.</summary>
internal static class ExchangeFiles
{
    private static readonly XNamespace Xml = "urn:platform:exchange:1";

    /// <summary>The records of a file; what is wrong with it is added to the faults.</summary>
    public static IReadOnlyList<IncomingRecord> Read(ParcelFile file, byte[] bytes, List<string> faults)
    {
        var found = ExchangeSchemas.FaultsOf(file.MediaType, bytes);
        faults.AddRange(found.Select(fault => $"{file.Name}: {fault}"));
        if (found.Count > 0)
            return [];
        return file.MediaType switch
        {
            ExchangeSchemas.JsonMediaType => FromJson(bytes),
            ExchangeSchemas.XmlMediaType => FromXml(bytes),
            _ => [],
        };
    }

    private static List<IncomingRecord> FromJson(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return
        [
            .. document.RootElement.GetProperty("banghi").EnumerateArray().Select(record => new IncomingRecord(
                record.GetProperty("doituong").ToString(),
                record.GetProperty("idbanghi").ToString(),
                record.GetProperty("phienban").GetInt32(),
                record.GetProperty("sukien").ToString())),
        ];
    }

    private static List<IncomingRecord> FromXml(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return
        [
            .. XDocument.Load(stream).Root!.Elements(Xml + "banghi").Select(record => new IncomingRecord( // the schema was checked before
                record.Attribute("doituong")!.Value,
                record.Element(Xml + "idbanghi")!.Value,
                int.Parse(record.Element(Xml + "phienban")!.Value, CultureInfo.InvariantCulture),
                record.Element(Xml + "sukien")!.Value)),
        ];
    }
}
