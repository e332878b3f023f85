using System.Runtime.CompilerServices;
using System.Xml;
using Platform.Marc.Input;

namespace Platform.Marc.Xml;

/// <summary>
/// Reads MARCXML from any document that holds <c>record</c> elements: a collection, a single record, an OAI-PMH or SRU answer.
/// Document types and entities are refused, depth and record size limited: no document makes it open or hold anything else.
/// </summary>
internal static class MarcXmlReader
{
    private const int MaxDepth = 64;

    public static async IAsyncEnumerable<MarcReading> ReadAsync(
        ByteWindow window, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new WindowStream(window, options.MaxRecordBytes);
        using var xml = XmlReader.Create(stream, Hardened());
        var problems = new ProblemList { RecordOffset = -1 };
        var element = new MarcXmlElements(problems);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await TryReadAsync(xml, stream, element).ConfigureAwait(false) is { } failure)
            {
                yield return failure;
                yield break;
            }
            if (xml.EOF)
                break;
            if (element.Take(xml) is not { } record)
                continue;
            stream.Renew();
            yield return new MarcReading(record, problems.RecordNumber, -1, problems.Take());
        }
        if (element.IsForeign)
            yield return Failure(problems, MarcRule.UnknownFormat, "The XML document holds no MARC records.");
    }

    private static XmlReaderSettings Hardened() => new()
    {
        Async = true,
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static async ValueTask<MarcReading?> TryReadAsync(XmlReader xml, WindowStream stream, MarcXmlElements elements)
    {
        try
        {
            await xml.ReadAsync().ConfigureAwait(false);
            return xml.Depth > MaxDepth
                ? Failure(elements.Problems, MarcRule.IllFormedInput, $"Elements nest deeper than {MaxDepth}.")
                : null;
        }
        catch (XmlException) when (stream.IsExhausted)
        {
            return Failure(elements.Problems, MarcRule.RecordTooLong, "A record is longer than the reader's limit.");
        }
        catch (XmlException fault)
        {
            return Failure(elements.Problems, MarcRule.IllFormedInput, $"The XML is not well-formed: {fault.Message}");
        }
    }

    private static MarcReading Failure(ProblemList problems, MarcRule rule, string message)
    {
        problems.Add(rule, MarcSeverity.Fatal, 0, null, message);
        return new MarcReading(null, problems.RecordNumber, -1, problems.Take());
    }
}
