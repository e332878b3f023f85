using System.Reflection;
using System.Text.Json;
using System.Xml;
using System.Xml.Schema;

namespace Platform.Reporting.Exchange;

/// <summary>The schemas of the exchange files in <c>schema/ministry/exchange</c>: both sides check every file by them.</summary>
public static class ExchangeSchemas
{
    /// <summary>Version of the schemas.</summary>
    public const int Version = 1;

    /// <summary>Media type of a batch as JSON.</summary>
    public const string JsonMediaType = "application/vnd.platform.exchange+json";

    /// <summary>Media type of a batch as XML.</summary>
    public const string XmlMediaType = "application/vnd.platform.exchange+xml";

    private const int MostFaults = 20;
    private static readonly Lazy<JsonSchema> Json = new(() => JsonSchema.Parse(Open("exchange.schema.json")));
    private static readonly Lazy<XmlSchemaSet> Xml = new(LoadXml);

    /// <summary>What is wrong with a batch, each with its place, at most twenty; empty for a sound one and for other files.</summary>
    public static IReadOnlyList<string> FaultsOf(string mediaType, byte[] bytes) => mediaType switch
    {
        JsonMediaType => JsonFaults(bytes),
        XmlMediaType => XmlFaults(bytes),
        _ => [],
    };

    private static IReadOnlyList<string> JsonFaults(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return [.. Json.Value.FaultsOf(document.RootElement).Take(MostFaults)];
        }
        catch (JsonException fault)
        {
            return [fault.Message];
        }
    }

    private static List<string> XmlFaults(byte[] bytes)
    {
        List<string> faults = [];
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Xml.Value, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, fault) => faults.Add($"line {fault.Exception.LineNumber}: {fault.Message}");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
            while (faults.Count < MostFaults && reader.Read())
            {
                // reading is what checks
            }
        }
        catch (XmlException fault)
        {
            faults.Add(fault.Message);
        }
        return faults;
    }

    private static XmlSchemaSet LoadXml()
    {
        using var stream = Open("exchange.xsd");
        using var reader = XmlReader.Create(stream);
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(null, reader);
        set.Compile();
        return set;
    }

    private static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"ministry/exchange/v{Version}/{file}")
        ?? throw new InvalidOperationException($"The schema '{file}' is not built in.");
}
