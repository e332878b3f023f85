using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Platform.Marc.Input;

namespace Platform.Marc.Json;

/// <summary>
/// Reads MARC-in-JSON: an array of records, records one a line, or objects that hold records somewhere within (as the
/// answers of library systems do). An object that is no JSON is reported; the ones after it are read.
/// </summary>
internal static class MarcJsonReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static async IAsyncEnumerable<MarcReading> ReadAsync(
        ByteWindow window, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var records = new JsonRecords(problems);
        var isArray = window.Bytes.TrimStart("\uFEFF \t\r\n"u8).StartsWith("["u8);
        while (await NextAsync(window, options.MaxRecordBytes, cancellationToken).ConfigureAwait(false) is >= 0 and var length)
        {
            problems.RecordOffset = window.Offset;
            var readings = Readings(window.Bytes[..length].ToArray(), records, problems);
            window.Drop(length);
            foreach (var reading in readings)
                yield return reading;
        }
        if (window.Bytes.IsEmpty && (isArray || problems.RecordNumber > 0))
            yield break;
        yield return Failure(window, problems, options.MaxRecordBytes);
    }

    // Brings an object to the front of the window: its length, or -1 when there is none any more or it does not end.
    private static async ValueTask<int> NextAsync(ByteWindow window, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var start = JsonObjects.Start(window.Bytes);
            window.Drop(start < 0 ? window.Bytes.Length : start);
            var length = start < 0 ? -1 : JsonObjects.Length(window.Bytes);
            if (length >= 0 || window.IsComplete || window.Bytes.Length >= limit)
                return length;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<MarcReading> Readings(byte[] json, JsonRecords records, ProblemList problems)
    {
        try
        {
            return Parse(json, records, problems);
        }
        // JsonElement says InvalidOperation for an escaped half of a surrogate pair.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            _ = problems.Take();
            problems.RecordNumber++;
            problems.Add(MarcRule.IllFormedInput, MarcSeverity.Lost, 0, null, $"The object is no JSON: {fault.Message}");
            return [new MarcReading(null, problems.RecordNumber, problems.RecordOffset, problems.Take())];
        }
    }

    private static List<MarcReading> Parse(byte[] json, JsonRecords records, ProblemList problems)
    {
        if (!Utf8.IsValid(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
            problems.Add(MarcRule.UndecodableBytes, MarcSeverity.Damaged, 0, null, "Bytes that are no UTF-8 became U+FFFD.");
        }
        if (json.AsSpan().IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0 && !IsJson(json))
        {
            // Line breaks and the like stand bare within strings: blanks in their place make it JSON again.
            foreach (ref var b in json.AsSpan())
                b = b < 0x20 ? (byte)' ' : b;
            problems.Add(MarcRule.ControlCharacter, MarcSeverity.Repaired, 0, null, "Control characters stand bare within strings; blanks take their place.");
        }
        using var document = JsonDocument.Parse(json, Lenient);
        return records.Of(document.RootElement);
    }

    private static bool IsJson(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static MarcReading Failure(ByteWindow window, ProblemList problems, int limit)
    {
        problems.RecordOffset = window.Offset;
        var (rule, message) = window.Bytes.Length >= limit ? (MarcRule.RecordTooLong, "An object is longer than the reader's limit.")
            : window.Bytes.IsEmpty ? (MarcRule.UnknownFormat, "The JSON holds no MARC records.")
            : (MarcRule.IllFormedInput, "The JSON ends within an object.");
        problems.Add(rule, MarcSeverity.Fatal, 0, null, message);
        return new MarcReading(null, problems.RecordNumber, window.Offset, problems.Take());
    }
}
