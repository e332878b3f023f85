namespace Platform.Model.Patrons;

/// <summary>Whether what was agreed to suffices. Pure and total.</summary>
public static class ConsentPolicy
{
    private const int AgeOfOwnWord = 7;

    /// <summary>Who must have agreed: an adult alone; for a pupil the guardian, and from the age of 7 the child too. A pupil whose birthday is unknown is asked from grade 1 on.</summary>
    public static IReadOnlyList<ConsentParty> NeededFrom(PatronCategory category, int? grade, DateOnly? bornOn, DateOnly on)
    {
        if (category is not PatronCategory.Pupil)
            return [ConsentParty.Person];
        var hasOwnWord = bornOn is { } day ? day.AddYears(AgeOfOwnWord) <= on : grade is not null;
        return hasOwnWord ? [ConsentParty.Guardian, ConsentParty.Person] : [ConsentParty.Guardian];
    }

    /// <summary>Whether everyone who must have agreed did so, and nobody took it back.</summary>
    public static bool Holds(IEnumerable<ConsentParty> given, IReadOnlyList<ConsentParty> needed)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(needed);
        return !needed.Except(given).Any();
    }
}
