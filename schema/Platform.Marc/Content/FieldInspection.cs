using System.Buffers;
using Platform.Marc.Input;

namespace Platform.Marc.Content;

/// <summary>Reports what is wrong within the fields of a record. A sound record is passed over at the speed of its bytes.</summary>
internal sealed class FieldInspection(ProblemList problems)
{
    // Escape has its meaning in MARC-8, the subfield delimiter its own.
    private static readonly SearchValues<byte> ControlCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not (Separators.Escape or Separators.Subfield)).Select(c => (byte)c)]);

    private static readonly SearchValues<byte> StrayControls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not (Separators.Record or Separators.Field or Separators.Subfield)).Select(c => (byte)c)]);

    private readonly ByteBuffer _scratch = new();
    private bool _textIsSound;

    public void Inspect(MarcRecord record)
    {
        if (record.Slots.IsEmpty)
            problems.Add(MarcRule.NoFields, MarcSeverity.Note, 0, null, "The record has no fields.");
        _textIsSound = record.Coding.IsVerifiedUtf8 && HoldsOnlyItsSeparators(record);
        var controlNumbers = 0;
        foreach (ref readonly var slot in record.Slots)
        {
            if (!slot.Tag.IsAlphanumeric)
                Report(MarcRule.Tag, MarcSeverity.Note, slot, 0, "The tag is not three digits or letters.");
            if (slot.Tag == FieldTag.ControlNumber && controlNumbers++ == 1)
                Report(MarcRule.RepeatedControlNumber, MarcSeverity.Note, slot, 0, "The record has more than one control number.");
            if (slot.IsControl)
                InspectControl(record, slot);
            else
                InspectData(record, slot);
        }
    }

    // No control character but a terminator for each field, for the directory and for the record.
    private static bool HoldsOnlyItsSeparators(MarcRecord record)
    {
        ReadOnlySpan<byte> bytes = record.Content;
        return bytes.Count(Separators.Field) == record.Slots.Length + 1 && bytes.Count(Separators.Record) == 1
            && !bytes.ContainsAny(StrayControls);
    }

    private void InspectControl(MarcRecord record, in FieldSlot slot)
    {
        var bytes = slot.In(record.Content);
        if (bytes.Contains(Separators.Subfield))
            Report(MarcRule.SubfieldInControlField, MarcSeverity.Repaired, slot, 0, "A control field holds a subfield delimiter.");
        InspectText(record.Coding, slot, bytes, 0);
    }

    private void InspectData(MarcRecord record, in FieldSlot slot)
    {
        var bytes = slot.In(record.Content);
        var field = new DataFieldView(bytes);
        if (!field.HasSubfields)
            Report(MarcRule.NoSubfields, MarcSeverity.Damaged, slot, 0, $"The field has no subfields: '{FieldText.Of(bytes)}'.");
        else if (field.IndicatorCount != 2)
            ReportHead(slot, field, bytes);
        else if (field.Indicator1 is < 0x20 or > 0x7E || field.Indicator2 is < 0x20 or > 0x7E)
            Report(MarcRule.Indicators, MarcSeverity.Note, slot, 0, $"The indicators '{FieldText.Of(bytes[..2])}' are not printable ASCII.");

        var expected = field.IndicatorCount;
        foreach (var subfield in field)
        {
            var place = expected;
            expected += subfield.Text.Length + 2;
            if (!char.IsAsciiLetterLower((char)subfield.Code) && !char.IsAsciiDigit((char)subfield.Code))
                Report(MarcRule.SubfieldCode, MarcSeverity.Note, slot, place, $"'{FieldText.Of([subfield.Code])}' is no subfield code of MARC 21.");
            InspectText(record.Coding, slot, subfield.Text, place);
        }
        if (field.HasSubfields && expected != bytes.Length)
            Report(MarcRule.SubfieldCode, MarcSeverity.Repaired, slot, 0, "A subfield delimiter has no code after it.");
    }

    private void ReportHead(in FieldSlot slot, DataFieldView field, ReadOnlySpan<byte> bytes)
    {
        if (field.IndicatorCount < 2)
            Report(MarcRule.Indicators, MarcSeverity.Repaired, slot, 0, "The field's indicators are missing; blanks take their place.");
        else
            Report(
                MarcRule.TextBeforeSubfield, MarcSeverity.Damaged, slot, 2,
                $"'{FieldText.Of(bytes[2..field.IndicatorCount])}' stands before the first subfield and belongs to none.");
    }

    private void InspectText(TextCoding coding, in FieldSlot slot, ReadOnlySpan<byte> text, int place)
    {
        if (_textIsSound)
            return;
        if (text.ContainsAny(ControlCharacters))
            Report(MarcRule.ControlCharacter, MarcSeverity.Note, slot, place, "The text holds a control character.");
        if (System.Text.Ascii.IsValid(text) && !(coding.AsciiMayNotBeItself && text.Contains(Separators.Escape)))
            return;
        coding.ToUtf8(text, _scratch, out var faults);
        if (faults == TextFaults.None)
            return;
        if (faults.HasFlag(TextFaults.WrongEncoding))
            Report(MarcRule.WrongEncoding, MarcSeverity.Repaired, slot, place, coding.DeclaresUtf8 ? "Leader/09 says Unicode, this text is MARC-8." : "Leader/09 says MARC-8, this text is UTF-8.");
        if (faults.HasFlag(TextFaults.Undecodable))
            Report(MarcRule.UndecodableBytes, MarcSeverity.Damaged, slot, place, $"Bytes that are no character became U+FFFD: '{FieldText.Of(text)}'.");
        if (faults.HasFlag(TextFaults.Escape))
            Report(MarcRule.EscapeSequence, MarcSeverity.Damaged, slot, place, "An escape sequence names no character set of MARC-8.");
        if (faults.HasFlag(TextFaults.CombiningMark))
            Report(MarcRule.CombiningMark, MarcSeverity.Damaged, slot, place, "A combining mark has no letter to stand on.");
    }

    private void Report(MarcRule rule, MarcSeverity severity, in FieldSlot slot, int place, string message) =>
        problems.Add(rule, severity, slot.Start + place, slot.Tag.ToString(), message);
}
