using System.Collections;
using Platform.Model;
using Platform.Model.Text;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Turns a <c>where</c> input, coerced by the engine, into a condition.</summary>
internal static class FilterReader
{
    public static Condition? Read(EntityType type, object? where) => where is IDictionary<string, object?> input ? All(type, input) : null;

    /// <summary>How many columns the input compares.</summary>
    public static int Count(object? where) => Leaves(where).Count();

    /// <summary>The fields that the input compares.</summary>
    public static IEnumerable<EntityField> FieldsOf(EntityType type, object? where) =>
        Leaves(where).Select(leaf => type.Fields.First(field => field.Name == leaf));

    private static IEnumerable<string> Leaves(object? where)
    {
        if (where is not IDictionary<string, object?> input)
            return [];
        return input.SelectMany(pair => pair.Key is "and" or "or"
            ? Inputs(pair.Value).SelectMany(Leaves)
            : pair.Value is IDictionary<string, object?> operations ? operations.Select(_ => pair.Key) : []);
    }

    private static AllOf All(EntityType type, IDictionary<string, object?> input) => new([.. input.Select(Condition (pair) => pair.Key switch
    {
        "and" => new AllOf([.. Inputs(pair.Value).Select(i => All(type, i))]),
        "or" => new AnyOf([.. Inputs(pair.Value).Select(i => All(type, i))]),
        _ => Compare(type.Fields.First(field => field.Name == pair.Key), pair.Value),
    })]);

    private static IEnumerable<IDictionary<string, object?>> Inputs(object? list) =>
        list is IEnumerable<object?> inputs ? inputs.OfType<IDictionary<string, object?>>() : [];

    private static AllOf Compare(EntityField field, object? operations) => new AllOf(
    [
        .. operations is IDictionary<string, object?> all ? all.Select(operation => Compare(field, operation.Key, operation.Value)) : [],
    ]);

    private static Condition Compare(EntityField field, string operation, object? value) => field switch
    {
        OneField one => Compare(one.Key.Column, operation, KeyOf(one.Target.Name, value)),
        ColumnField { IsKey: true } key => Compare(key.Column, operation, KeyOf(key.Owner.Name, value)),
        // A text with a folded key is compared by it: marks, case and spelling variants do not matter.
        ColumnField { HasFoldedKey: true } column => Compare(column.SortColumn, operation, Folded(value)),
        ColumnField column => Compare(column.Column, operation, value),
        _ => throw new InvalidOperationException($"{field.Name} cannot be filtered."),
    };

    private static Condition Compare(ReadColumn column, string operation, object? value) => (operation, value) switch
    {
        ("eq", null) => new ColumnCondition(column, Comparison.IsNull),
        ("neq", null) => new ColumnCondition(column, Comparison.IsNotNull),
        (_, null) => new AllOf([]),
        ("eq", _) => new ColumnCondition(column, Comparison.Equal, value),
        ("neq", _) => new ColumnCondition(column, Comparison.NotEqual, value),
        ("gt", _) => new ColumnCondition(column, Comparison.Greater, value),
        ("gte", _) => new ColumnCondition(column, Comparison.GreaterOrEqual, value),
        ("lt", _) => new ColumnCondition(column, Comparison.Less, value),
        ("lte", _) => new ColumnCondition(column, Comparison.LessOrEqual, value),
        ("in", IEnumerable values) => new ColumnCondition(column, Comparison.In, values.Cast<object?>().Where(v => v is not null).ToList()),
        ("startsWith", string text) => new ColumnCondition(column, Comparison.Like, Escaped(text) + "%"),
        ("contains", string text) => new ColumnCondition(column, Comparison.Like, $"%{Escaped(text)}%"),
        _ => throw new InvalidOperationException($"No filter '{operation}'."),
    };

    private static object? Folded(object? value) => value switch
    {
        string text => Key(text),
        IEnumerable texts => texts.Cast<string?>().OfType<string>().Select(Key).ToList(),
        _ => null,
    };

    private static string Key(string text)
    {
        var folded = VietnameseText.Fold(text);
        return folded.Length <= Lengths.Key ? folded : folded[..Lengths.Key];
    }

    // An id of another type, or none at all, is no row: it matches nothing.
    private static object? KeyOf(string type, object? value) => value switch
    {
        string id => GlobalId.TryRead(id, out var found, out var key) && found == type ? key : -1L,
        IEnumerable ids => ids.Cast<object?>().Select(id => KeyOf(type, id)).OfType<long>().ToList(),
        _ => null,
    };

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
