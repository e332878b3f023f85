using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>Makes a record of its bytes.</summary>
internal static class RecordParser
{
    public static MarcReading Parse(byte[] bytes, MarcReadOptions options, ProblemList problems)
    {
        var leader = new Leader(bytes);
        var slots = DirectoryParser.TryParse(bytes) ?? [];
        var coding = new TextCoding(options.Charset, leader.CharacterCoding == 'a', options.NumericReferences);
        var record = new MarcRecord(leader, bytes, slots, coding, isOriginal: true);
        return new MarcReading(record, problems.RecordNumber, problems.RecordOffset, problems.Take());
    }
}
