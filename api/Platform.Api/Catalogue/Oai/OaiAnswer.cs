using System.Xml;

namespace Platform.Api.Catalogue.Oai;

/// <summary>What a verb answers: content to write, or an error condition.</summary>
/// <param name="Write">Writes the content of the verb's element.</param>
/// <param name="Fault">The error condition.</param>
internal sealed record OaiAnswer(Action<XmlWriter>? Write, OaiFault? Fault)
{
    public const string Namespace = "http://www.openarchives.org/OAI/2.0/";

    private const string Schema = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new System.Text.UTF8Encoding(false), CloseOutput = false };

    public static OaiAnswer Of(Action<XmlWriter> write) => new(write, null);

    public static OaiAnswer Refused(string code, string message) => new(null, new OaiFault(code, message));

    /// <summary>The whole answer as XML.</summary>
    /// <param name="arguments">The request.</param>
    /// <param name="address">The address of the provider.</param>
    /// <param name="at">When it is given.</param>
    public MemoryStream ToXml(OaiArguments arguments, string address, DateTimeOffset at)
    {
        var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("OAI-PMH", Namespace);
            xml.WriteAttributeString("xmlns", "xsi", null, XmlSchemaInstance);
            xml.WriteAttributeString("xsi", "schemaLocation", XmlSchemaInstance, $"{Namespace} {Schema}");
            xml.WriteElementString("responseDate", Namespace, OaiDate.Text(at));
            WriteRequest(xml, arguments, address);
            WriteContent(xml, arguments);
            xml.WriteEndElement();
        }
        output.Position = 0;
        return output;
    }

    private const string XmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private void WriteRequest(XmlWriter xml, OaiArguments arguments, string address)
    {
        xml.WriteStartElement("request", Namespace);
        if (Fault is not { IsOfTheRequest: true } && arguments.Verb is { } verb)
        {
            xml.WriteAttributeString("verb", verb);
            foreach (var (name, value) in arguments.Values)
                xml.WriteAttributeString(name, Interchange.RecordXml.Writable(value));
        }
        xml.WriteString(address);
        xml.WriteEndElement();
    }

    private void WriteContent(XmlWriter xml, OaiArguments arguments)
    {
        if (Fault is { } fault)
        {
            xml.WriteStartElement("error", Namespace);
            xml.WriteAttributeString("code", fault.Code);
            xml.WriteString(Interchange.RecordXml.Writable(fault.Message));
            xml.WriteEndElement();
            return;
        }
        xml.WriteStartElement(arguments.Verb!, Namespace); // without a fault there is a verb
        Write?.Invoke(xml);
        xml.WriteEndElement();
    }
}
