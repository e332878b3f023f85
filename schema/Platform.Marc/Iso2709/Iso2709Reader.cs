using System.Globalization;
using System.Runtime.CompilerServices;
using Platform.Marc.Content;
using Platform.Marc.Input;

namespace Platform.Marc.Iso2709;

/// <summary>Reads a stream of ISO 2709 records leniently: every record that can be made out, with what was wrong.</summary>
internal static class Iso2709Reader
{
    public static async IAsyncEnumerable<MarcReading> ReadAsync(
        ByteWindow window, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var parser = new RecordParser(options, problems);
        while (true)
        {
            var frame = RecordFramer.Next(window.Bytes, window.IsComplete, options.MaxRecordBytes);
            if (frame.Kind == FrameKind.NeedsMore)
            {
                await window.FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (frame.Kind == FrameKind.End)
                yield break;
            yield return Take(window, frame, parser, problems);
        }
    }

    /// <summary>One record from its own bytes, for a record that was stored.</summary>
    public static MarcReading ReadOne(byte[] record, MarcReadOptions options) =>
        new RecordParser(options, new ProblemList { RecordNumber = 1 }).Parse(record);

    private static MarcReading Take(ByteWindow window, Frame frame, RecordParser parser, ProblemList problems)
    {
        problems.RecordOffset = window.Offset + frame.Skipped;
        problems.RecordNumber++;
        if (frame.Skipped > 0)
            problems.Add(MarcRule.BytesBetweenRecords, MarcSeverity.Note, -frame.Skipped, null, $"{frame.Skipped} bytes before the record belong to none.");
        var reading = frame.Kind == FrameKind.Record
            ? ParseFrame(window.Bytes.Slice(frame.Skipped, frame.Length).ToArray(), frame, parser, problems)
            : Unreadable(window.Bytes.Slice(frame.Skipped, frame.Length), frame, problems);
        window.Drop(frame.Skipped + frame.Length);
        return reading;
    }

    private static MarcReading ParseFrame(byte[] record, Frame frame, RecordParser parser, ProblemList problems)
    {
        if (frame.Fault is { } fault)
            problems.Add(fault, fault == MarcRule.TruncatedRecord ? MarcSeverity.Damaged : MarcSeverity.Repaired, 0, null, FaultText(fault, record));
        return parser.Parse(record);
    }

    private static MarcReading Unreadable(ReadOnlySpan<byte> bytes, Frame frame, ProblemList problems)
    {
        problems.Add(
            frame.Fault ?? MarcRule.UnreadableBytes, MarcSeverity.Lost, 0, null,
            string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes are no record and were skipped."));
        return new MarcReading(null, problems.RecordNumber, problems.RecordOffset, problems.Take());
    }

    private static string FaultText(MarcRule fault, byte[] record)
    {
        var said = FieldText.Of(record.AsSpan(0, Math.Min(5, record.Length)));
        return fault switch
        {
            MarcRule.RecordTerminator => "The record terminator (1D) is missing; the next record's leader ends this one.",
            MarcRule.TruncatedRecord => string.Create(CultureInfo.InvariantCulture, $"The input ends {record.Length} bytes into a record of '{said}' bytes."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Leader/00-04 says '{said}', the record has {record.Length} bytes."),
        };
    }
}
