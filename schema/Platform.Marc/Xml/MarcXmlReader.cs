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
        var elements = new MarcXmlElements(problems);
        while (!xml.EOF)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (record, failure) = await TryReadAsync(xml, stream, elements).ConfigureAwait(false);
            if (failure is not null)
            {
                yield return failure.Value;
                yield break;
            }
            if (record is null)
                continue;
            stream.Renew();
            yield return new MarcReading(record, problems.RecordNumber, -1, problems.Take());
        }
        if (elements.IsForeign)
            yield return Failure(problems, MarcRule.UnknownFormat, "The XML document holds no MARC records.");
    }

    private static XmlReaderSettings Hardened() => new()
    {
        Async = true,
        CheckCharacters = false,
        // Exports that are records one after another without a collection around them are read too.
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static async ValueTask<(MarcRecord? Record, MarcReading? Failure)> TryReadAsync(
        XmlReader xml, WindowStream stream, MarcXmlElements elements)
    {
        try
        {
            await xml.ReadAsync().ConfigureAwait(false);
            return xml.Depth > MaxDepth
                ? (null, Failure(elements.Problems, MarcRule.IllFormedInput, $"Elements nest deeper than {MaxDepth}."))
                : (await elements.TakeAsync(xml).ConfigureAwait(false), null);
        }
        catch (XmlException) when (stream.IsExhausted)
        {
            return (null, Failure(elements.Problems, MarcRule.RecordTooLong, "A record is longer than the reader's limit."));
        }
        catch (XmlException fault)
        {
            return (null, Failure(elements.Problems, MarcRule.IllFormedInput, $"The XML is not well-formed: {fault.Message}"));
        }
    }

    private static MarcReading Failure(ProblemList problems, MarcRule rule, string message)
    {
        problems.Add(rule, MarcSeverity.Fatal, 0, null, message);
        return new MarcReading(null, problems.RecordNumber, -1, problems.Take());
    }
}
