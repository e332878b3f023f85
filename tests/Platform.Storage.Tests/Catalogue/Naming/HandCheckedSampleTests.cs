using System.Globalization;
using System.Text;
using Platform.Marc;
using Platform.Model.Catalogue.Naming;

namespace Platform.Storage.Tests.Catalogue.Naming;

/// <summary>
/// Names, roles and title parts proposed for 200 records of a real Vietnamese catalogue, against what a person made of each statement by
/// eye. The sample was drawn at random from the records for which something is proposed.
/// </summary>
public sealed class HandCheckedSampleTests(ITestOutputHelper output)
{
    private const string Folder = "cse-library+koha_import";

    [Fact]
    public async Task Proposals_AreRightForNearlyAllRecords()
    {
        var expected = File.ReadLines(Path.Combine(SharedData.ProjectRoot, "tests/Platform.Storage.Tests/Catalogue/Naming/names-200.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToDictionary(cells => cells[0]);
        var (names, titles) = (new Tally("names and roles"), new Tally("title parts"));

        foreach (var file in new[] { "book3part0final", "book3part1final" })
        {
            await using var stream = File.OpenRead(SharedData.Require("marc", "files", Folder, $"{file}.mrc"));
            var number = 0;
            await foreach (var reading in MarcReader.ReadAsync(stream, MarcReadOptions.Default, TestContext.Current.CancellationToken))
                if (expected.TryGetValue($"{file}:{++number}", out var line))
                {
                    names.Note(line[0], line[1], NamesOf(reading.Record!));
                    titles.Note(line[0], line[2], TitleOf(reading.Record!));
                }
        }

        output.WriteLine($"{names}\n{titles}");
        (names.Seen + titles.Seen).ShouldBe(400);
        names.Precision.ShouldBeGreaterThanOrEqualTo(0.97);
        titles.Precision.ShouldBeGreaterThanOrEqualTo(0.93);
    }

    private static string NamesOf(MarcRecord record)
    {
        if (record.Data("100")?['a'] is not { } text)
            return "-";
        var statement = NameStatement.Read(text);
        var said = statement.Standard is not null ? "STD" : string.Join(" | ", statement.Names.Select(n => (n.Kind is NameKind.Body ? "[B] " : "") + n)) + (statement.HasMore ? " +" : "");
        return said.Length == 0 ? "-" : said.Trim();
    }

    // The parts behind $a by their codes and first two words.
    private static string TitleOf(MarcRecord record)
    {
        if (record.Data("245") is not { } field || TitleParts.Read(field) is not { IsChange: true } parts)
            return "-";
        var cut = parts.Over(field).Subfields.Where(s => "bnpc".Contains(s.Code, StringComparison.Ordinal)).Select(s => $"{s.Code}:{string.Join(' ', s.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2))}");
        return string.Join('|', parts.Edition is null ? cut : cut.Append($"e:{parts.Edition}"));
    }

    /// <summary>Proposals counted: those made, and those a person would make.</summary>
    private sealed class Tally(string what)
    {
        private readonly StringBuilder _wrong = new();
        private int _proposed;
        private int _right;
        private int _wanted;

        public int Seen { get; private set; }

        public double Precision => (double)_right / _proposed;

        public void Note(string id, string expected, string proposed)
        {
            Seen++;
            _wanted += expected == "-" ? 0 : 1;
            _proposed += proposed == "-" ? 0 : 1;
            _right += proposed != "-" && proposed == expected ? 1 : 0;
            if (proposed != expected)
                _wrong.Append(CultureInfo.InvariantCulture, $"\n  {id}: {proposed}, by eye {expected}");
        }

        public override string ToString() => $"{what}: {_right} of {_proposed} proposals right ({Precision:P1}), {_right} of {_wanted} wanted{_wrong}";
    }
}
