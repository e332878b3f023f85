namespace Platform.Api.GraphQL.Reading;

/// <summary>One row of an entity as it was read: the values of the columns that the selection needs, and the relations under it.</summary>
internal sealed class Row(Selection selection, RowLayout layout, object?[] values)
{
    public Selection Selection { get; } = selection;

    public long Key => (long)values[layout.PlaceOf(Selection.Type.Key)]!; // a key is never null

    /// <summary>What stands under each relation of <see cref="Selection.Relations"/>: a <see cref="Row"/> or nothing, or a <see cref="Page"/>.</summary>
    public object?[] Relations { get; } = new object?[selection.Relations.Count];

    public object? Value(ColumnField column) => values[layout.PlaceOf(column)];

    /// <summary>The same row for another place of the document.</summary>
    public Row For(Selection other) => new(other, layout, values);
}

/// <summary>Where each column of a type stands in the rows of one read.</summary>
internal sealed class RowLayout
{
    private readonly List<ReadColumn> _columns = [];
    private readonly int[] _placeOfField;

    /// <param name="type">The type of the rows.</param>
    /// <param name="first">Columns that come first, in this order: what the read itself needs.</param>
    /// <param name="fields">The fields that the document needs.</param>
    public RowLayout(EntityType type, IEnumerable<ReadColumn> first, IEnumerable<ColumnField> fields)
    {
        _placeOfField = new int[type.FieldCount];
        foreach (var column in first)
            Place(column);
        foreach (var field in fields.Append(type.Key))
            _placeOfField[field.Index] = Place(field.Column);
    }

    public IReadOnlyList<ReadColumn> Columns => _columns;

    public int PlaceOf(ColumnField field) => _placeOfField[field.Index];

    public int PlaceOf(ReadColumn column) => _columns.FindIndex(c => c.Text == column.Text);

    private int Place(ReadColumn column)
    {
        var at = PlaceOf(column);
        if (at >= 0)
            return at;
        _columns.Add(column);
        return _columns.Count - 1;
    }
}
