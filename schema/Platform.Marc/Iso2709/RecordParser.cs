using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>Makes a record of its bytes, repairing what must be, and reports what is wrong with it.</summary>
internal sealed class RecordParser(MarcReadOptions options, ProblemList problems)
{
    private readonly FieldInspection _inspection = new(problems);

    public MarcReading Parse(byte[] bytes)
    {
        var leader = new Leader(bytes);
        LeaderInspection.Inspect(leader, problems);
        var slots = DirectoryParser.TryParse(bytes) ?? DirectoryRepair.Parse(bytes, problems);
        var coding = new TextCoding(options.Charset, leader.CharacterCoding == 'a', options.NumericReferences).Verified(bytes);
        var record = new MarcRecord(leader, bytes, slots, coding, isOriginal: true);
        if (options.InspectFields)
            _inspection.Inspect(record);
        return new MarcReading(record, problems.RecordNumber, problems.RecordOffset, problems.Take());
    }
}
