using System.Runtime.CompilerServices;
using Platform.Marc.Input;

namespace Platform.Marc.Mrk;

/// <summary>Reads the mnemonic text of MarcEdit: a line a field, records divided by empty lines or by the next leader.</summary>
internal static class MrkReader
{
    public static async IAsyncEnumerable<MarcReading> ReadAsync(
        ByteWindow window, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var lines = new MrkLines(options, problems);
        while (await LineLengthAsync(window, options.MaxRecordBytes, cancellationToken).ConfigureAwait(false) is > 0 and var length)
        {
            var reading = lines.Take(window.Bytes[..length], window.Offset);
            window.Drop(length);
            if (reading is not null)
                yield return reading.Value;
        }
        if (lines.End() is { } last)
            yield return last;
    }

    // The length of the line at the front, its end included; 0 at the end of the input.
    private static async ValueTask<int> LineLengthAsync(ByteWindow window, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = window.Bytes.IndexOf((byte)'\n');
            if (end >= 0)
                return end + 1;
            if (window.IsComplete || window.Bytes.Length >= limit)
                return window.Bytes.Length;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
