using System.Diagnostics;
using System.Globalization;

namespace Platform.Marc.Tests;

/// <summary>
/// Damaged bytes neither crash nor hang a reader or a writer. Two seconds in an ordinary run; PLATFORM_FUZZ_SECONDS for longer.
/// A failure names the seed of its round, which repeats it.
/// </summary>
public sealed class FuzzTests
{
    private static readonly MarcFormat?[] Formats = [null, .. Enum.GetValues<MarcFormat>()];
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(10);

    private static int Seconds =>
        int.TryParse(Environment.GetEnvironmentVariable("PLATFORM_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 2;

    [Fact]
    public async Task DamagedBytes_NeitherCrashNorHang()
    {
        var samples = await Samples();
        var watch = Stopwatch.StartNew();
        for (var seed = Environment.TickCount; watch.Elapsed < TimeSpan.FromSeconds(Seconds); seed++)
        {
            var round = Stopwatch.StartNew();
            await Round(seed, samples);
            round.Elapsed.ShouldBeLessThan(LongestRound, $"seed {seed}");
        }
    }

    private static async Task Round(int seed, List<byte[]> samples)
    {
        var random = new Random(seed);
        var bytes = Damaged(samples[random.Next(samples.Count)], random);
        var options = new MarcReadOptions
        {
            Format = Formats[random.Next(Formats.Length)],
            Charset = (MarcCharset)random.Next(7),
            MaxRecordBytes = 300_000,
        };
        try
        {
            var readings = await A.Reading(bytes, options);
            foreach (var format in Enum.GetValues<MarcFormat>())
                await Write(readings, format, random.Next(2) == 0 ? MarcCharset.Utf8 : MarcCharset.Marc8);
            foreach (var record in readings.Select(r => r.Record).OfType<MarcRecord>().Take(2))
                _ = record.ToString() + record.ToStored() + record.GetHashCode();
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"seed {seed}, {bytes.Length} bytes, {options}", fault);
        }
    }

    private static async Task Write(List<MarcReading> readings, MarcFormat format, MarcCharset charset)
    {
        await using var writer = new MarcWriter(Stream.Null, format, new MarcWriteOptions { Charset = charset });
        foreach (var record in readings.Select(r => r.Record).OfType<MarcRecord>())
            await writer.WriteAsync(record);
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var strokes = random.Next(1, 12); strokes > 0 && bytes.Count > 0; strokes--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, random.Next(Math.Min(40, bytes.Count - place)));
                    break;
                case 2:
                    bytes.Insert(place, (byte)"\u001B\u001D\u001E\u001F0<{\"$="[random.Next(10)]);
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(0, Math.Min(bytes.Count, random.Next(200))));
                    break;
                default:
                    bytes[place] = (byte)('0' + random.Next(10));
                    break;
            }
        }
        return [.. bytes];
    }

    private static async Task<List<byte[]>> Samples()
    {
        MarcRecord[] books = [A.Book(), A.Book().WithField(new DataField("880", '1', ' ', new Subfield('a', "Привет 汉字 أهلا"))), A.Book()];
        var samples = new List<byte[]>();
        foreach (var format in Enum.GetValues<MarcFormat>())
            samples.Add(await A.Written(format, books));
        samples.Add(await A.Written(MarcFormat.Iso2709, new MarcWriteOptions { Charset = MarcCharset.Marc8 }, books));
        return samples;
    }
}
