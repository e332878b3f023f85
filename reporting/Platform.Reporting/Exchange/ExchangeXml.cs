using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Exchange;

/// <summary>Writes a batch as XML (<c>schema/ministry/exchange/v1/exchange.xsd</c>). The same batch gives the same bytes.</summary>
internal static class ExchangeXml
{
    /// <summary>Namespace of version 1.</summary>
    public static readonly XNamespace Namespace = "urn:platform:exchange:1";

    /// <summary>A batch.</summary>
    public static byte[] Write(ExchangeBatch batch)
    {
        var root = new XElement(
            Namespace + "lo",
            new XAttribute("phienbanluocdo", ExchangeSchemas.Version),
            new XElement(Namespace + "donvigui", batch.Library),
            new XElement(Namespace + "ky", batch.Period),
            batch.Records.Select(line => Line(batch, line)));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            new XDocument(root).Save(writer);
        return stream.ToArray();
    }

    private static XElement Line(ExchangeBatch batch, ExchangeLine line) => new(
        Namespace + "banghi",
        new XAttribute("doituong", line.Step.Object),
        new XElement(Namespace + "idbanghi", line.Step.RecordId),
        new XElement(Namespace + "sukien", ExchangeWords.Of(line.Step.Event)),
        new XElement(Namespace + "phienban", line.Step.Number),
        new XElement(Namespace + "thoigiancapnhat", ExchangeWords.Of(batch.At)),
        line.Step.Event is not ExchangeEvent.Cancel && line.Data is { } data
            ? new XElement(Namespace + data.Object, data.Fields.Select(field => new XElement(Namespace + field.Name, Text(field.Value))))
            : null);

    private static string Text(object value) => value switch
    {
        string text => text,
        bool truth => XmlConvert.ToString(truth),
        int number => XmlConvert.ToString(number),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No value of the exchange."),
    };
}
