using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Mrk;

/// <summary>Turns the lines of a .mrk file, as they come by, into records.</summary>
internal sealed class MrkLines(MarcReadOptions options, ProblemList problems)
{
    private const int TextStart = 6;

    private readonly RecordAssembler _record = new();
    private readonly MrkText _text = new(options);
    private bool _inRecord;

    /// <summary>Looks at a line; the reading of the record that it ends, if it does.</summary>
    public MarcReading? Take(ReadOnlySpan<byte> line, long offset)
    {
        line = line.TrimEnd("\r\n"u8);
        if (line.StartsWith("\uFEFF"u8))
            line = line[3..];
        if (line.IsEmpty)
            return End();
        var isLeader = line.StartsWith("=LDR"u8) || line.StartsWith("=000"u8);
        var ended = isLeader ? End() : null;
        Begin(offset);
        if (isLeader)
            _record.Leader = new Leader(Encoding.Latin1.GetString(line.Length > TextStart ? line[TextStart..] : []).Replace('\\', ' '));
        else if (line is [(byte)'=', _, _, _, (byte)' ', ..])
            AddField(new FieldTag(line[1..4]).ToString(), line.Length > TextStart ? line[TextStart..] : []);
        else
            problems.Add(MarcRule.UnreadableBytes, MarcSeverity.Damaged, (int)(offset - problems.RecordOffset), null, $"The line is no field: '{FieldText.Of(line)}'.");
        return ended;
    }

    /// <summary>The reading of the record that is open at the end of the file.</summary>
    public MarcReading? End()
    {
        if (!_inRecord)
            return null;
        _inRecord = false;
        var isRecord = _record.HasLeader || _record.Count > 0;
        var reading = new MarcReading(isRecord ? _record.Build() : null, problems.RecordNumber, problems.RecordOffset, problems.Take());
        _record.Clear();
        return reading;
    }

    private void Begin(long offset)
    {
        if (_inRecord)
            return;
        _inRecord = true;
        problems.RecordOffset = offset;
        problems.RecordNumber++;
    }

    private void AddField(string tag, ReadOnlySpan<byte> content)
    {
        if (tag.StartsWith("00", StringComparison.Ordinal))
        {
            _record.AddControl(tag, _text.DecodeFixed(content));
            return;
        }
        var first = content.IndexOf((byte)'$');
        var indicators = first < 0 ? content : content[..first];
        if (indicators.Length != 2)
            problems.Add(MarcRule.Indicators, MarcSeverity.Repaired, 0, tag, "The field has not two indicators before its first subfield.");
        _record.BeginData(tag, Indicator(indicators, 0), Indicator(indicators, 1));
        for (var rest = first < 0 ? [] : content[(first + 1)..]; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'$');
            var part = end < 0 ? rest : rest[..end];
            if (!part.IsEmpty)
                _record.AddSubfield((char)part[0], _text.Decode(part[1..]));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        _record.EndField();
    }

    private static char Indicator(ReadOnlySpan<byte> indicators, int index) =>
        index < indicators.Length && indicators[index] != '\\' ? (char)indicators[index] : ' ';
}
