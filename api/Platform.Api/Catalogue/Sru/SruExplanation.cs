using System.Globalization;
using System.Xml;

namespace Platform.Api.Catalogue.Sru;

/// <summary>What the server says of itself, as a ZeeRex record.</summary>
internal static class SruExplanation
{
    private const string Namespace = "http://explain.z3950.org/dtd/2.0/";

    private static readonly (string Name, string Identifier)[] ContextSets =
    [
        ("cql", "info:srw/cql-context-set/1/cql-v1.2"), ("dc", "info:srw/cql-context-set/1/dc-v1.1"), ("bath", "http://zing.z3950.org/cql/bath/2.0/"),
    ];

    public static void Write(XmlWriter xml, HttpRequest request, string title)
    {
        xml.WriteStartElement("explain", Namespace);
        WriteServer(xml, request);
        xml.WriteStartElement("databaseInfo", Namespace);
        Text(xml, "title", title);
        xml.WriteEndElement();
        WriteIndexes(xml);
        WriteSchemas(xml);
        xml.WriteEndElement();
    }

    private static void WriteServer(XmlWriter xml, HttpRequest request)
    {
        xml.WriteStartElement("serverInfo", Namespace);
        xml.WriteAttributeString("protocol", "SRU");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("transport", request.Scheme);
        Text(xml, "host", request.Host.Host);
        Text(xml, "port", (request.Host.Port ?? (request.IsHttps ? 443 : 80)).ToString(CultureInfo.InvariantCulture));
        Text(xml, "database", SruEndpoint.Path.TrimStart('/'));
        xml.WriteEndElement();
    }

    private static void WriteIndexes(XmlWriter xml)
    {
        xml.WriteStartElement("indexInfo", Namespace);
        foreach (var (name, identifier) in ContextSets)
        {
            xml.WriteStartElement("set", Namespace);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("identifier", identifier);
            xml.WriteEndElement();
        }
        foreach (var index in CqlSearch.Indexes)
        {
            xml.WriteStartElement("index", Namespace);
            Text(xml, "title", index.Title);
            foreach (var name in index.Names.Where(name => name.Contains('.', StringComparison.Ordinal)))
                WriteName(xml, name.Split('.', 2));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string[] parts)
    {
        xml.WriteStartElement("map", Namespace);
        xml.WriteStartElement("name", Namespace);
        xml.WriteAttributeString("set", parts[0]);
        xml.WriteString(parts[1]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSchemas(XmlWriter xml)
    {
        xml.WriteStartElement("schemaInfo", Namespace);
        foreach (var schema in SruSchema.All)
        {
            xml.WriteStartElement("schema", Namespace);
            xml.WriteAttributeString("name", schema.Name);
            xml.WriteAttributeString("identifier", schema.Identifier);
            Text(xml, "title", schema.Title);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string text) => xml.WriteElementString(element, Namespace, text);
}
