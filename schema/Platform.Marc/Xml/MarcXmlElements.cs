using System.Text;
using System.Xml;
using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Xml;

/// <summary>Turns the elements of a MARCXML document, as they come by, into records.</summary>
internal sealed class MarcXmlElements(ProblemList problems)
{
    private readonly RecordAssembler _record = new();
    private readonly StringBuilder _text = new();
    private bool _inRecord;
    private bool _inData;
    private string? _root;
    private string? _tag;
    private char _code;

    public ProblemList Problems => problems;

    /// <summary>Whether the document is over and was about something else than MARC.</summary>
    public bool IsForeign => problems.RecordNumber == 0 && _root is not (null or "collection" or "OAI-PMH" or "searchRetrieveResponse");

    /// <summary>Looks at the reader's current node; the finished record when it ends one.</summary>
    public async ValueTask<MarcRecord?> TakeAsync(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = xml.IsEmptyElement;
                Begin(xml);
                return isEmpty ? End(xml.LocalName) : null;
            case XmlNodeType.EndElement:
                return End(xml.LocalName);
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                _text.Append(await xml.GetValueAsync().ConfigureAwait(false));
                return null;
            default:
                return null;
        }
    }

    private void Begin(XmlReader xml)
    {
        _root ??= xml.LocalName;
        _text.Clear();
        switch (xml.LocalName)
        {
            case "record":
                _record.Clear();
                (_inRecord, _inData) = (true, false);
                break;
            case "controlfield" when _inRecord:
                _tag = Tag(xml);
                break;
            case "datafield" when _inRecord && Tag(xml) is { } tag:
                _record.BeginData(tag, Indicator(xml, "ind1"), Indicator(xml, "ind2"));
                _inData = true;
                break;
            case "subfield" when _inData:
                _code = Code(xml);
                break;
        }
    }

    private MarcRecord? End(string name)
    {
        switch (name)
        {
            case "leader" when _inRecord:
                _record.Leader = new Leader(_text.ToString());
                break;
            case "controlfield" when _inRecord && _tag is not null:
                _record.AddControl(_tag, _text.ToString());
                _tag = null;
                break;
            case "subfield" when _inData:
                _record.AddSubfield(_code, _text.ToString());
                break;
            case "datafield" when _inData:
                _record.EndField();
                _inData = false;
                break;
            case "record" when _inRecord:
                return EndRecord();
        }
        _text.Clear();
        return null;
    }

    private MarcRecord? EndRecord()
    {
        _inRecord = false;
        if (!_record.HasLeader && _record.Count == 0)
            return null;
        problems.RecordNumber++;
        if (!_record.HasLeader)
            problems.Add(MarcRule.Leader, MarcSeverity.Repaired, 0, null, "The record has no leader.");
        return _record.Build();
    }

    private string? Tag(XmlReader xml)
    {
        var tag = xml.GetAttribute("tag");
        if (tag is { Length: 3 })
            return tag;
        problems.Add(MarcRule.Tag, MarcSeverity.Repaired, 0, tag, $"The tag '{tag}' has not three characters.");
        return string.IsNullOrEmpty(tag) ? null : tag.Length > 3 ? tag[..3] : tag.PadLeft(3, '0');
    }

    private char Indicator(XmlReader xml, string name)
    {
        if (xml.GetAttribute(name) is not { } value)
            problems.Add(MarcRule.Indicators, MarcSeverity.Repaired, 0, xml.GetAttribute("tag"), $"The field has no {name}.");
        else if (value is { Length: 1 })
            return value[0];
        else if (value.Length > 1)
            problems.Add(MarcRule.Indicators, MarcSeverity.Damaged, 0, xml.GetAttribute("tag"), $"The indicator '{value}' has more than one character.");
        return ' ';
    }

    private char Code(XmlReader xml)
    {
        var code = xml.GetAttribute("code");
        if (code is { Length: 1 })
            return code[0];
        problems.Add(MarcRule.SubfieldCode, MarcSeverity.Damaged, 0, null, $"The subfield code '{code}' is not one character.");
        return string.IsNullOrEmpty(code) ? ' ' : code[0];
    }
}
