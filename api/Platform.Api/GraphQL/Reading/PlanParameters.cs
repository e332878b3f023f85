using System.Collections;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Api.GraphQL.Reading;

/// <summary>The parameters of a read plan, in order. Each knows how its values are stored, because it is compared with a column.</summary>
internal sealed class PlanParameters(Func<ReadColumn, RelationalTypeMapping> mappingOf, IReadOnlyList<object?> samples)
{
    /// <summary>How many values one read may compare with; a longer list of values is one parameter.</summary>
    public const int Most = 26;

    private readonly List<PlanParameter> _all = [];

    public IReadOnlyList<PlanParameter> All => _all;

    /// <summary>A parameter compared with the column.</summary>
    public Expression Next(ReadColumn column) =>
        Add(column.ValueType, mappingOf(column), isList: false);

    /// <summary>A parameter that holds a list of the column's values: one JSON text, so that any length is one SQL.</summary>
    public Expression NextList(ReadColumn column) =>
        Add(typeof(List<>).MakeGenericType(column.Body.Type), mappingOf(column), isList: true);

    /// <summary>A number of rows.</summary>
    public Expression NextCount(RelationalTypeMapping number) => Add(typeof(int), number, isList: false);

    // EF names a parameter after the member it is read from, so each parameter reads another one-letter member.
    private MemberExpression Add(Type type, RelationalTypeMapping mapping, bool isList)
    {
        var index = _all.Count;
        var letter = ((char)('A' + index)).ToString();
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), isList ? TypedList(type, samples[index]) : samples[index])!;
        _all.Add(new PlanParameter(letter, mapping, isList));
        return Expression.Field(Expression.Constant(box), letter);
    }

    private static IList TypedList(Type type, object? sample)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var value in (IEnumerable)sample!) // a list condition always carries a list
            list.Add(value);
        return list;
    }

    // Every member has the value; which one is read gives the parameter its name.
    private sealed class Box<TValue>(TValue value)
    {
        public TValue A = value, B = value, C = value, D = value, E = value, F = value, G = value, H = value, I = value,
            J = value, K = value, L = value, M = value, N = value, O = value, P = value, Q = value, R = value,
            S = value, T = value, U = value, V = value, W = value, X = value, Y = value, Z = value;
    }
}
