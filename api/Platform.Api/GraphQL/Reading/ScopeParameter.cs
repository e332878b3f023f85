using System.Reflection;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;

namespace Platform.Api.GraphQL.Reading;

/// <summary>
/// A parameter that a query filter of <see cref="LibraryDb"/> reads from the context itself: who asks decides its value. EF names it
/// after the context's member.
/// </summary>
internal sealed record ScopeParameter(PlanParameter Parameter, PropertyInfo Member)
{
    private const string Prefix = "ef_filter__";

    private static readonly PropertyInfo[] Members =
        typeof(LibraryDb).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private static readonly PropertyInfo[] Nullables = [.. Members.Where(m => Nullable.GetUnderlyingType(m.PropertyType) is not null)];

    public object? ValueFor(LibraryDb db) => Member.GetValue(db);

    /// <summary>The scope parameter that the name stands for; null when it is none.</summary>
    public static ScopeParameter? Of(string name, Func<Type, RelationalTypeMapping> mappingOf)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var memberName = name[Prefix.Length..].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var member = Members.Single(m => m.Name == memberName);
        var isList = member.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable)) && member.PropertyType != typeof(string);
        var mapping = mappingOf(isList ? typeof(long) : Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
        return new ScopeParameter(new PlanParameter(name, mapping, isList), member);
    }

    /// <summary>Which members are null for this caller: EF writes other SQL for a comparison with null, so it is part of a plan's key.</summary>
    public static int NullsOf(LibraryDb db)
    {
        var nulls = 0;
        for (var i = 0; i < Nullables.Length; i++)
            if (Nullables[i].GetValue(db) is null)
                nulls |= 1 << i;
        return nulls;
    }
}
