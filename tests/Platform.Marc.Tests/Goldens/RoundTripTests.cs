namespace Platform.Marc.Tests.Goldens;

/// <summary>Sound real records come back byte for byte after a journey through other formats and encodings.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task Iso2709_ThroughXmlJsonAndMrk_IsTheSameBytes()
    {
        var records = await SoundRecords('a');

        foreach (var format in (MarcFormat[])[MarcFormat.MarcXml, MarcFormat.Json, MarcFormat.Mrk])
            (await Changed(records, format, MarcCharset.Utf8)).ShouldBeEmpty(format.ToString());
        records.Count.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task Marc8_ThroughUtf8_IsTheSameBytes_OrTheDifferenceIsListed()
    {
        var records = await SoundRecords(' ');

        var changed = await Changed(records, MarcFormat.MarcXml, MarcCharset.Marc8);

        Golden.Match(string.Join('\n', changed), "tests/Platform.Marc.Tests/Goldens/marc8-round-trip.txt");
        records.Count.ShouldBeGreaterThan(1_500);
    }

    // Records whose bytes are not the same after being written in a format, read, and written as ISO 2709 again.
    private static async Task<List<string>> Changed(List<(string Name, MarcRecord Record)> records, MarcFormat format, MarcCharset charset)
    {
        var changed = new List<string>();
        var there = await A.Written(format, records.Select(r => r.Record));
        var read = await A.Reading(there);
        for (var i = 0; i < records.Count; i++)
            if (await Iso2709Of(read[i].Record!, charset) is not { } back) // every record was written
                changed.Add($"{records[i].Name}: refused");
            else if (!back.Bytes.Span.SequenceEqual(records[i].Record.Bytes.Span))
                changed.Add($"{records[i].Name}: {Difference(records[i].Record, back)}");
        return changed;
    }

    private static async Task<MarcRecord?> Iso2709Of(MarcRecord record, MarcCharset charset)
    {
        var stream = new MemoryStream();
        await using (var writer = new MarcWriter(stream, MarcFormat.Iso2709, new MarcWriteOptions { Charset = charset }))
            if (!(await writer.WriteAsync(record)).IsWritten)
                return null;
        return MarcRecord.ReadOne(stream.ToArray(), MarcFormat.Iso2709);
    }

    private static string Difference(MarcRecord before, MarcRecord after)
    {
        for (var i = 0; i < before.Slots.Length; i++)
            if (!before.Slots[i].In(before.Content).SequenceEqual(after.Slots[i].In(after.Content)))
                return $"{before.Slots[i].Tag} {Content.FieldText.Of(before.Slots[i].In(before.Content))} -> {Content.FieldText.Of(after.Slots[i].In(after.Content))}";
        return "leader or directory";
    }

    // Without any problem, in the directory's order, with the constants of MARC 21: all that writing would put right.
    private static async Task<List<(string Name, MarcRecord Record)>> SoundRecords(char coding)
    {
        var records = new List<(string, MarcRecord)>();
        foreach (var entry in SharedMarc.Manifest().Where(e => e.Kind == "iso2709" && !e.File.StartsWith("_synthetic", StringComparison.Ordinal)))
            foreach (var reading in await SharedMarc.Read(entry.Path))
                if (reading is { Problems.Count: 0, Record: { } record } && record.Leader.CharacterCoding == coding && IsInOrder(record))
                    records.Add(($"{entry.File} {reading.Number}", record));
        return records;
    }

    private static bool IsInOrder(MarcRecord record)
    {
        for (var i = 1; i < record.Slots.Length; i++)
            if (record.Slots[i].Start != record.Slots[i - 1].Start + record.Slots[i - 1].Length + 1)
                return false;
        return true;
    }
}
