using System.Xml;
using Platform.Api.Catalogue.Interchange;
using Platform.Marc;

namespace Platform.Api.Catalogue.Sru;

/// <summary>A schema in which records are given.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Write">Writes a record in it.</param>
internal sealed record SruSchema(string Name, string Identifier, string Title, Action<XmlWriter, MarcRecord> Write)
{
    private const string DublinCoreContainer = "info:srw/schema/1/dc-schema";

    private const string DublinCoreSchema = "http://www.loc.gov/standards/sru/recordSchemas/dc-schema.xsd";

    /// <summary>All schemas, the default one first.</summary>
    public static IReadOnlyList<SruSchema> All { get; } =
    [
        new("marcxml", "info:srw/schema/1/marcxml-v1.1", "MARCXML", RecordXml.WriteMarc),
        new("dc", "info:srw/schema/1/dc-v1.1", "Dublin Core", (xml, marc) => RecordXml.WriteDublinCore(xml, marc, "srw_dc", DublinCoreContainer, DublinCoreSchema)),
    ];

    /// <summary>The schema with the name or identifier; null when there is none.</summary>
    public static SruSchema? Of(string? name) => name is null or "" ? All[0] : All.FirstOrDefault(schema => schema.Name == name || schema.Identifier == name);
}
