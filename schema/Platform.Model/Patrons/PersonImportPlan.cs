using Platform.Model.Text;

namespace Platform.Model.Patrons;

/// <summary>A card that exists, as far as an import looks at it.</summary>
public sealed record KnownPerson(
    long Id, string CardNumber, string? MinistryCode, string NameKey, DateOnly? BornOn, bool IsTemporary, string FullName,
    PatronCategory Category, int? Grade, string? ClassName, DateOnly? LeftOn);

/// <summary>What an import does with one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Action">What is done.</param>
/// <param name="PatronId">The card it is done to; null for a new one.</param>
/// <param name="CardNumber">The card number afterwards.</param>
/// <param name="Changes">The changes, one a line, for people to read.</param>
public sealed record PersonImportLine(PersonRow Row, PersonImportAction Action, long? PatronId, string CardNumber, IReadOnlyList<string> Changes);

/// <summary>What an import does with a row.</summary>
public enum PersonImportAction
{
    /// <summary>A new card is made.</summary>
    Create = 1,

    /// <summary>A new card is made with a number that stands in until the Ministry's code is known.</summary>
    CreateTemporary = 2,

    /// <summary>The card is changed.</summary>
    Update = 3,

    /// <summary>A temporary card gets its Ministry code: same name, same day of birth.</summary>
    Merge = 4,

    /// <summary>Nothing changes.</summary>
    Keep = 5,
}

/// <summary>Plans the import of an export. Pure and total: it changes nothing, and the same file and cards give the same plan.</summary>
public static class PersonImportPlan
{
    /// <summary>The plan, a line for each row, in the order of the rows.</summary>
    /// <param name="rows">The rows of the export.</param>
    /// <param name="known">All cards of the library.</param>
    /// <param name="startYear">The school year, for temporary card numbers.</param>
    /// <param name="today">Day of the import: last day of those who left on a day the export does not name.</param>
    public static IReadOnlyList<PersonImportLine> For(IReadOnlyList<PersonRow> rows, IReadOnlyList<KnownPerson> known, int startYear, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(known);
        var match = new PersonMatch(known, startYear);
        return [.. rows.Select(row => LineOf(row.LeftOn == DateOnly.MinValue ? row with { LeftOn = today } : row, match))];
    }

    private static PersonImportLine LineOf(PersonRow row, PersonMatch match)
    {
        if (match.Of(row) is not { } person)
        {
            return row.MinistryCode is { } code
                ? new PersonImportLine(row, PersonImportAction.Create, null, code, [])
                : new PersonImportLine(row, PersonImportAction.CreateTemporary, null, match.NextTemporary(), []);
        }
        var merges = person.IsTemporary && row.MinistryCode is not null;
        var card = merges ? row.MinistryCode! : person.CardNumber; // merges: has a code
        var changes = Changes(row, person, card).ToList();
        var action = merges ? PersonImportAction.Merge : changes.Count > 0 ? PersonImportAction.Update : PersonImportAction.Keep;
        return new PersonImportLine(row, action, person.Id, card, changes);
    }

    private static IEnumerable<string> Changes(PersonRow row, KnownPerson person, string card)
    {
        if (card != person.CardNumber)
            yield return $"{person.CardNumber} → {card}";
        if (row.FullName != person.FullName)
            yield return $"{person.FullName} → {row.FullName}";
        if (row.ClassName != person.ClassName)
            yield return $"{person.ClassName ?? "–"} → {row.ClassName ?? "–"}";
        if (row.MinistryCode is { } code && code != person.MinistryCode)
            yield return $"{person.MinistryCode ?? "–"} → {code}";
        // A card that was closed stays closed on its day; who is back at the school may borrow again.
        if ((row.LeftOn is null) != (person.LeftOn is null))
            yield return row.LeftOn is { } leftOn ? $"→ {leftOn:dd/MM/yyyy}" : $"{person.LeftOn:dd/MM/yyyy} →";
    }
}

/// <summary>Finds the card of a row: by the Ministry's code, by the card number, or a temporary one by name and day of birth.</summary>
internal sealed class PersonMatch(IReadOnlyList<KnownPerson> known, int startYear)
{
    private readonly Dictionary<string, KnownPerson> _byCode = known.Where(p => p.MinistryCode is not null).ToDictionary(p => p.MinistryCode!, StringComparer.Ordinal);
    private readonly Dictionary<string, KnownPerson> _byCard = known.ToDictionary(p => p.CardNumber, StringComparer.Ordinal);
    private readonly ILookup<(string, DateOnly?), KnownPerson> _temporary = known.Where(p => p.IsTemporary).ToLookup(p => (p.NameKey, p.BornOn));
    private readonly HashSet<long> _taken = [];
    private int _temporaries;

    public KnownPerson? Of(PersonRow row) => row.MinistryCode is { } code ? _byCode.GetValueOrDefault(code) ?? _byCard.GetValueOrDefault(code) ?? Temporary(row) : Temporary(row);

    public string NextTemporary()
    {
        string card;
        do
            card = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{startYear}-{++_temporaries:0000}");
        while (_byCard.ContainsKey(card));
        return card;
    }

    // Two children of one name and day: nobody but a person can tell them apart, so neither is merged.
    private KnownPerson? Temporary(PersonRow row)
    {
        if (row.BornOn is null)
            return null;
        var same = _temporary[(VietnameseText.Fold(row.FullName), row.BornOn)].Where(person => !_taken.Contains(person.Id)).ToList();
        if (same.Count != 1)
            return null;
        _taken.Add(same[0].Id);
        return same[0];
    }
}
