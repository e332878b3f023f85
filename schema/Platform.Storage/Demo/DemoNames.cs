namespace Platform.Storage.Demo;

/// <summary>Makes fictional names: a people first, then family, middle and given names that go with it.</summary>
internal sealed class DemoNames(DemoPeople people, Random random)
{
    /// <summary>The next name; the same sequence for the same seed.</summary>
    public string Next()
    {
        var group = Pick(people.Peoples, p => p.Weight);
        var female = random.Next(2) == 0;
        var family = Pick(For(people.FamilyNames, group), n => n.Weight).Name;
        var given = Pick(For(female ? people.GivenNames.Female : people.GivenNames.Male, group), n => n.Weight).Name;
        if (female && random.NextDouble() < group.WithoutMiddleName)
            return $"{family} {given}";
        var middle = Pick(For(female ? people.MiddleNames.Female : people.MiddleNames.Male, group), n => n.Weight).Name;
        return $"{family} {middle} {given}";
    }

    private static List<DemoName> For(IReadOnlyList<DemoName> names, DemoPeopleGroup group)
    {
        var own = names.Where(name => name.Peoples.Contains(group.Code)).ToList();
        return own.Count > 0 ? own : [.. names];
    }

    private T Pick<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var left = random.Next(choices.Sum(weight));
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
                return choice;
        }
        return choices[^1];
    }
}
