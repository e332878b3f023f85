using System.Xml;
using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Api.Catalogue.Interchange;

/// <summary>Records as other catalogues read them: MARCXML and Dublin Core.</summary>
internal static class RecordXml
{
    public const string MarcNamespace = "http://www.loc.gov/MARC21/slim";

    public const string MarcSchema = "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd";

    private const string ElementsNamespace = "http://purl.org/dc/elements/1.1/";

    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Root = "<record";

    /// <summary>Writes the record as MARCXML.</summary>
    public static void WriteMarc(XmlWriter xml, MarcRecord marc)
    {
        var record = marc.ToXml();
        xml.WriteRaw(record.Insert(Root.Length, $" xmlns:xsi=\"{InstanceNamespace}\" xsi:schemaLocation=\"{MarcNamespace} {MarcSchema}\""));
    }

    /// <summary>Writes the record as simple Dublin Core in a container element.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="marc">The record.</param>
    /// <param name="prefix">Prefix of the container's namespace.</param>
    /// <param name="container">Namespace of the container <c>dc</c>.</param>
    /// <param name="schema">Address of its schema.</param>
    public static void WriteDublinCore(XmlWriter xml, MarcRecord marc, string prefix, string container, string schema)
    {
        xml.WriteStartElement(prefix, "dc", container);
        xml.WriteAttributeString("xmlns", "dc", null, ElementsNamespace);
        xml.WriteAttributeString("xsi", "schemaLocation", InstanceNamespace, $"{container} {schema}");
        foreach (var element in DublinCore.Of(marc))
            xml.WriteElementString("dc", element.Name, ElementsNamespace, Writable(element.Value));
        xml.WriteEndElement();
    }

    /// <summary>The record of stored bytes; null when they are no MARC: one such row must not end an answer of many.</summary>
    public static MarcRecord? MarcOf(RecordContent content)
    {
        try
        {
            return content.ToMarc();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The text with what XML cannot hold replaced by U+FFFD.</summary>
    public static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
