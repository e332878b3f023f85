using System.Text;

namespace Platform.Marc.Tests.Goldens;

/// <summary>A record in the form of the goldens: MARCXML, one element a line, NFC, without what differs by construction.</summary>
internal static class CanonicalText
{
    public static string Of(MarcRecord record)
    {
        var text = new StringBuilder().Append("<leader>").Append(Masked(record.Leader.ToString())).Append("</leader>\n");
        foreach (var field in record.Fields)
            Append(text, field);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    // Length, base address and leader/09 belong to the file; 10-11 and 20-23 are constants.
    public static string Masked(string leader)
    {
        var padded = leader.PadRight(Leader.Length);
        return padded[5..9] + padded[17..20];
    }

    private static void Append(StringBuilder text, MarcField field)
    {
        if (field is ControlField control)
        {
            text.Append(control.Tag).Append(' ').Append(Shown(control.Value)).Append('\n');
            return;
        }
        var data = (DataField)field;
        text.Append(data.Tag).Append(' ').Append(data.Indicator1).Append(data.Indicator2);
        foreach (var subfield in data.Subfields)
            text.Append('$').Append(subfield.Code).Append(Shown(subfield.Value));
        text.Append('\n');
    }

    // XML has no control characters: the goldens hold what a reader of theirs made of them.
    public static string Shown(string value) => string.Concat(value.Select(c => c < ' ' && c is not ('\t' or '\n' or '\r') ? '\uFFFD' : c));
}
