using System.Runtime.CompilerServices;
using Platform.Marc.Input;
using Platform.Marc.Iso2709;
using Platform.Marc.Json;
using Platform.Marc.Mrk;
using Platform.Marc.Xml;

namespace Platform.Marc;

/// <summary>
/// Reads files of MARC records, one at a time, in constant memory. <see cref="ReadAsync"/> is lenient: it repairs,
/// reports and goes on. <see cref="ReadStrictAsync"/> stops at the first departure from the standard.
/// </summary>
public static class MarcReader
{
    /// <summary>
    /// Every record that can be made out, each with what was wrong; whatever is wrong with one, its neighbours are read.
    /// An input that is no MARC at all gives one reading without a record and with one <see cref="MarcSeverity.Fatal"/> problem.
    /// Never throws for what the input holds; exceptions of the stream itself pass through.
    /// </summary>
    public static async IAsyncEnumerable<MarcReading> ReadAsync(
        Stream stream, MarcReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= MarcReadOptions.Default;
        var window = new ByteWindow(stream);
        var format = options.Format ?? await FormatSniffer.SniffAsync(window, cancellationToken).ConfigureAwait(false);
        if (format is null)
        {
            if (!window.Bytes.IsEmpty)
                yield return FormatSniffer.Unknown(window.Bytes);
            yield break;
        }
        await foreach (var reading in Records(window, format.Value, options, cancellationToken).ConfigureAwait(false))
            yield return reading;
    }

    /// <summary>
    /// The records up to the first with a problem worse than a <see cref="MarcSeverity.Note"/>: that reading has no record,
    /// says where and why, its last problem is <see cref="MarcSeverity.Fatal"/>, and nothing follows it.
    /// </summary>
    public static async IAsyncEnumerable<MarcReading> ReadStrictAsync(
        Stream stream, MarcReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var reading in ReadAsync(stream, options, cancellationToken).ConfigureAwait(false))
        {
            if (reading.Problems.FirstOrDefault(p => p.Severity > MarcSeverity.Note) is not { } problem)
            {
                yield return reading;
                continue;
            }
            yield return reading with { Record = null, Problems = [.. reading.Problems, problem with { Severity = MarcSeverity.Fatal }] };
            yield break;
        }
    }

    private static IAsyncEnumerable<MarcReading> Records(
        ByteWindow window, MarcFormat format, MarcReadOptions options, CancellationToken cancellationToken) => format switch
        {
            MarcFormat.Iso2709 => Iso2709Reader.ReadAsync(window, options, cancellationToken),
            MarcFormat.MarcXml => MarcXmlReader.ReadAsync(window, options, cancellationToken),
            MarcFormat.Json => MarcJsonReader.ReadAsync(window, options, cancellationToken),
            MarcFormat.Mrk => MrkReader.ReadAsync(window, options, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
