using System.Globalization;
using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Synthetic;

/// <summary>Books that could stand in a school library: titles of real words in likely order, with copies.</summary>
internal sealed class SyntheticBooks(SyntheticSpec spec, Vocabulary words, IReadOnlyList<long> libraries, DateTimeOffset at)
{
    // Of twenty books, one is in every class room, three on many shelves.
    private static readonly int[] Shares = [1, 1, 1, 1, 1, 2, 1, 1, 1, 4, 1, 1, 1, 1, 14, 1, 1, 2, 1, 4];

    private static readonly (ItemType Type, string Register)[] Registers =
        [(ItemType.Textbook, "GK"), (ItemType.ReferenceBook, "TK"), (ItemType.ChildrensBook, "TN"), (ItemType.TeacherBook, "NV")];

    private readonly Random _random = new(spec.Seed);
    private readonly int[] _numbers = new int[libraries.Count * Registers.Length];

    public IEnumerable<BibliographicRecord> All()
    {
        for (var number = 0; number < spec.Records; number++)
        {
            var record = CatalogueMapping.NewRecord(MarcOf(number), libraries[_random.Next(libraries.Count)], at);
            var type = _random.Next(Registers.Length);
            for (var copy = CopiesBefore(number); copy < CopiesBefore(number + 1); copy++)
                record.Items.Add(CopyOf(record, type));
            yield return record;
        }
    }

    // Shares repeat, so how many copies stand before a book needs no counting.
    private long CopiesBefore(int number) => (long)((Int128)spec.Items * SharesBefore(number) / Math.Max(1, SharesBefore(spec.Records)));

    private static long SharesBefore(int number) => (long)(number / Shares.Length) * Shares.Sum() + Shares.Take(number % Shares.Length).Sum();

    private Item CopyOf(BibliographicRecord record, int type)
    {
        var library = _random.Next(libraries.Count);
        var number = ++_numbers[library * Registers.Length + type];
        return new Item
        {
            LibraryId = libraries[library],
            RecordId = 0,
            RegistrationNumber = string.Create(CultureInfo.InvariantCulture, $"{Registers[type].Register}.{number:000000}"),
            Type = Registers[type].Type,
            CallNumber = record.Ddc,
            Location = "Kho chung",
            Price = _random.Next(8, 90) * 1000L,
            Funding = FundingSource.Budget,
            AcquiredOn = DateOnly.FromDateTime(at.UtcDateTime).AddDays(-1900 - _random.Next(2000)),
            Status = ItemStatus.InStock,
        };
    }

    private MarcRecord MarcOf(int number)
    {
        var (form, theme) = (words.Pick("form", _random).Text, words.Pick("theme", _random));
        var (author, year) = (words.Name(_random), 1975 + (int)(51 * Math.Sqrt(_random.NextDouble())));
        var language = _random.Next(14) switch { 0 => "eng", 1 when _random.Next(4) == 0 => "fre", _ => "vie" };
        return new MarcRecordBuilder(new Leader("00000nam a2200000 i 4500"))
            .Control("001", string.Create(CultureInfo.InvariantCulture, $"SYN{number:00000000}"))
            .Control("008", string.Create(CultureInfo.InvariantCulture, $"260101s{year}    vm            000 0 {language} d"))
            .Data("082", "04", $"a{theme.Ddc}", "223")
            .Data("100", "0#", $"a{author}")
            .Data("245", "10", $"a{TitleOf(form, theme.Text)} /", $"c{author}")
            .Data("264", "#1", "aHà Nội :", $"b{words.Pick("publisher", _random).Text},", string.Create(CultureInfo.InvariantCulture, $"c{year}"))
            .Data("300", "##", string.Create(CultureInfo.InvariantCulture, $"a{_random.Next(24, 480)} tr. ;"), "c24 cm")
            .Data("650", "#4", $"a{theme.Text}")
            .Build();
    }

    private string TitleOf(string form, string theme)
    {
        var title = form.Length == 0 ? theme : $"{form} {char.ToLower(theme[0], CultureInfo.InvariantCulture)}{theme[1..]}";
        return _random.Next(10) switch
        {
            < 5 => $"{title} {words.Pick("ending", _random).Text}",
            < 8 => $"{title} {words.Pick("place", _random).Text}",
            8 => $"{title} {words.Pick("place", _random).Text} {words.Pick("ending", _random).Text}",
            _ => title,
        };
    }
}
