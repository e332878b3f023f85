using System.Xml;
using Platform.Api.Catalogue.Interchange;
using Platform.Marc;

namespace Platform.Api.Catalogue.Oai;

/// <summary>A format in which records are told.</summary>
/// <param name="Prefix">Its metadata prefix.</param>
/// <param name="Schema">Address of its schema.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Write">Writes a record in it.</param>
internal sealed record OaiFormat(string Prefix, string Schema, string Namespace, Action<XmlWriter, MarcRecord> Write)
{
    private const string DublinCoreNamespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    private const string DublinCoreSchema = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    /// <summary>All formats; each record has all of them.</summary>
    public static IReadOnlyList<OaiFormat> All { get; } =
    [
        new("oai_dc", DublinCoreSchema, DublinCoreNamespace, (xml, marc) => RecordXml.WriteDublinCore(xml, marc, "oai_dc", DublinCoreNamespace, DublinCoreSchema)),
        new("marcxml", RecordXml.MarcSchema, RecordXml.MarcNamespace, RecordXml.WriteMarc),
    ];

    /// <summary>The format with the prefix; null when there is none.</summary>
    public static OaiFormat? Of(string? prefix) => All.FirstOrDefault(format => format.Prefix == prefix);
}
