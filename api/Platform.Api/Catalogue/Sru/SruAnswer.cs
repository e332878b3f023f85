using System.Globalization;
using System.Text;
using System.Xml;
using Platform.Marc;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue.Sru;

/// <summary>Writes an answer in the words of its version.</summary>
internal sealed class SruAnswer : IDisposable
{
    private const string DiagnosticSchema = "info:srw/schema/1/diagnostics-v1.1";

    private readonly MemoryStream _output = new();
    private readonly XmlWriter _xml;
    private readonly SruRequest _request;

    public SruAnswer(SruRequest request)
    {
        _request = request;
        _xml = XmlWriter.Create(_output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
    }

    private string Namespace => _request.Operation is "scan" ? _request.Version.ScanNamespace : _request.Version.Namespace;

    /// <summary>Writes an answer with its content.</summary>
    public MemoryStream Write(string element, Action content)
    {
        _xml.WriteStartElement("sru", element, Namespace);
        if (_request.Version.IsFirst)
            Text("version", _request.Version.Number);
        content();
        _xml.WriteEndElement();
        _xml.Flush();
        _output.Position = 0;
        return _output;
    }

    /// <summary>The records of a search, each at its position; null for one that cannot be given.</summary>
    public void Records(int total, IReadOnlyList<MarcRecord?> records)
    {
        Number("numberOfRecords", total);
        if (records.Count > 0)
        {
            _xml.WriteStartElement("sru", "records", Namespace);
            for (var i = 0; i < records.Count; i++)
                Record(records[i], _request.StartRecord + i);
            _xml.WriteEndElement();
        }
        var next = _request.StartRecord + records.Count;
        if (next <= total && _request.MaximumRecords > 0)
            Number("nextRecordPosition", next);
        _xml.WriteStartElement("sru", "echoedSearchRetrieveRequest", Namespace);
        if (_request.Version.IsFirst)
            Text("version", _request.Version.Number);
        Text("query", Interchange.RecordXml.Writable(_request.Query));
        _xml.WriteEndElement();
        if (!_request.Version.IsFirst)
            Text("resultCountPrecision", "info:srw/vocabulary/resultCountPrecision/1/exact");
    }

    /// <summary>The terms of a scan.</summary>
    public void Terms(IReadOnlyList<RecordTerm> terms)
    {
        _xml.WriteStartElement("sru", "terms", Namespace);
        foreach (var term in terms)
        {
            _xml.WriteStartElement("sru", "term", Namespace);
            Text("value", term.Word);
            Number("numberOfRecords", term.Records);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    /// <summary>A record of the server itself: its explanation.</summary>
    public void Explanation(Action<XmlWriter> explanation) => Record("http://explain.z3950.org/dtd/2.0/", explanation, null);

    /// <summary>Why there is no answer.</summary>
    public void Fault(SruDiagnostic diagnostic)
    {
        if (_request.Operation is "searchRetrieve")
            Number("numberOfRecords", 0);
        _xml.WriteStartElement("sru", "diagnostics", Namespace);
        diagnostic.Write(_xml, _request.Version);
        _xml.WriteEndElement();
    }

    public void Dispose() => _xml.Dispose();

    private void Record(MarcRecord? marc, int position)
    {
        if (marc is null)
            Record(DiagnosticSchema, xml => new SruDiagnostic(64, position.ToString(CultureInfo.InvariantCulture)).Write(xml, _request.Version), position);
        else
            Record(_request.Schema.Identifier, xml => _request.Schema.Write(xml, marc), position);
    }

    private void Record(string schema, Action<XmlWriter> data, int? position)
    {
        _xml.WriteStartElement("sru", "record", Namespace);
        Text("recordSchema", schema);
        Text(_request.Version.IsFirst ? "recordPacking" : "recordXMLEscaping", _request.IsEscaped ? "string" : "xml");
        _xml.WriteStartElement("sru", "recordData", Namespace);
        if (_request.IsEscaped)
            _xml.WriteString(AsText(data));
        else
            data(_xml);
        _xml.WriteEndElement();
        if (position is { } number)
            Number("recordPosition", number);
        _xml.WriteEndElement();
    }

    private static string AsText(Action<XmlWriter> data)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
            data(xml);
        return text.ToString();
    }

    private void Text(string element, string text) => _xml.WriteElementString("sru", element, Namespace, text);

    private void Number(string element, int number) => Text(element, number.ToString(CultureInfo.InvariantCulture));
}
