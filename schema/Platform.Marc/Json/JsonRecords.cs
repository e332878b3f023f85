using System.Text.Json;
using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Json;

/// <summary>Makes records of JSON objects.</summary>
internal sealed class JsonRecords(ProblemList problems)
{
    private readonly RecordAssembler _record = new();

    /// <summary>The records in an object: itself, or those it holds at any depth.</summary>
    public List<MarcReading> Of(JsonElement element)
    {
        var readings = new List<MarcReading>();
        Collect(element, readings);
        return readings;
    }

    private void Collect(JsonElement element, List<MarcReading> readings)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Collect(item, readings);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array && element.TryGetProperty("leader", out var leader))
            readings.Add(Read(leader, fields));
        else
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, readings);
    }

    private MarcReading Read(JsonElement leader, JsonElement fields)
    {
        problems.RecordNumber++;
        _record.Clear();
        if (leader.ValueKind == JsonValueKind.String)
            _record.Leader = new Leader(leader.GetString() ?? "");
        else
            problems.Add(MarcRule.Leader, MarcSeverity.Repaired, 0, null, "The record has no leader.");
        foreach (var field in fields.EnumerateArray())
            if (field.ValueKind == JsonValueKind.Object)
                foreach (var (tag, value) in field.EnumerateObject().Select(p => (p.Name, p.Value)))
                    AddField(tag, value);
        return new MarcReading(_record.Build(), problems.RecordNumber, problems.RecordOffset, problems.Take());
    }

    private void AddField(string tag, JsonElement value)
    {
        if (tag.Length != FieldTag.Length)
        {
            problems.Add(MarcRule.Tag, MarcSeverity.Damaged, 0, tag, $"The tag '{tag}' has not three characters; the field is left out.");
            return;
        }
        if (value.ValueKind == JsonValueKind.String)
            _record.AddControl(tag, value.GetString());
        else if (value.ValueKind == JsonValueKind.Object)
            AddData(tag, value);
        else
            problems.Add(MarcRule.NoSubfields, MarcSeverity.Damaged, 0, tag, "The field is neither text nor an object; it is left out.");
    }

    private void AddData(string tag, JsonElement value)
    {
        _record.BeginData(tag, Indicator(tag, value, "ind1"), Indicator(tag, value, "ind2"));
        if (value.TryGetProperty("subfields", out var subfields) && subfields.ValueKind == JsonValueKind.Array)
            foreach (var subfield in subfields.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.Object))
                foreach (var part in subfield.EnumerateObject())
                    AddSubfield(tag, part.Name, part.Value);
        _record.EndField();
    }

    private void AddSubfield(string tag, string code, JsonElement value)
    {
        if (code.Length != 1)
            problems.Add(MarcRule.SubfieldCode, MarcSeverity.Damaged, 0, tag, $"The subfield code '{code}' is not one character.");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        _record.AddSubfield(code.Length > 0 ? code[0] : ' ', text);
    }

    private char Indicator(string tag, JsonElement field, string name)
    {
        if (field.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: 1 } text)
            return text[0];
        problems.Add(MarcRule.Indicators, MarcSeverity.Repaired, 0, tag, $"The field has no {name} of one character; a blank takes its place.");
        return ' ';
    }
}
