using System.Linq.Expressions;
using System.Reflection;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>One published member of an <see cref="EntityType"/>.</summary>
internal abstract class EntityField(EntityType owner, string name, string description, Permission permission)
{
    public EntityType Owner { get; } = owner;

    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>What a caller needs to read, filter or order by the field.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>Position in the type's declaration.</summary>
    public int Index { get; set; }
}

/// <summary>A value that the database reads for the row: a column, or an expression over columns.</summary>
internal sealed class ColumnField(EntityType owner, string name, string description, Permission permission, LambdaExpression column)
    : EntityField(owner, name, description, permission)
{
    private ReadColumn? _sortColumn;

    /// <summary>The value, as an expression over the EF entity.</summary>
    public ReadColumn Column { get; } = new(column);

    /// <summary>The row's own key, shown as a global id.</summary>
    public bool IsKey { get; init; }

    public bool IsSortable { get; private set; }

    public bool IsFilterable { get; private set; }

    /// <summary>What lists are ordered by: the column, or for a text its folded key.</summary>
    public ReadColumn SortColumn => _sortColumn ?? Column;

    /// <summary>Whether lists are ordered and filtered by a folded key in place of the text itself.</summary>
    public bool HasFoldedKey => _sortColumn is not null;

    public bool IsNullable { get; } = IsNullableColumn(column);

    public Type ValueType => Column.ValueType;

    public ColumnField Filterable()
    {
        IsFilterable = true;
        return this;
    }

    public ColumnField Sortable()
    {
        IsSortable = true;
        return this;
    }

    /// <summary>Lists are ordered by another column in the name of this one: a title by its folded key.</summary>
    public ColumnField SortedBy<TEntity, TValue>(Expression<Func<TEntity, TValue>> column)
    {
        _sortColumn = new ReadColumn(column);
        return Sortable();
    }

    private static bool IsNullableColumn(LambdaExpression column)
    {
        if (Nullable.GetUnderlyingType(column.ReturnType) is not null)
            return true;
        if (column.ReturnType.IsValueType)
            return false;
        return column.Body is not MemberExpression { Member: PropertyInfo property }
            || new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull;
    }
}

/// <summary>The row of another entity to which a key column points.</summary>
internal sealed class OneField(EntityType owner, string name, string description, Permission permission, Type target, ColumnField key)
    : EntityField(owner, name, description, permission)
{
    public Type Target { get; } = target;

    /// <summary>The key column of the row, as <c>long?</c>.</summary>
    public ColumnField Key { get; } = key;

    public bool IsFilterable { get; private set; }

    public bool IsNullable => Key.Column.IsNullable;

    /// <summary>Lists can be narrowed to the rows that point to a given row.</summary>
    public OneField Filterable()
    {
        IsFilterable = true;
        return this;
    }
}

/// <summary>The rows of another entity that point to this one, as a connection.</summary>
internal sealed class ManyField(EntityType owner, string name, string description, Permission permission, Type target, LambdaExpression foreignKey)
    : EntityField(owner, name, description, permission)
{
    public Type Target { get; } = target;

    /// <summary>The column of the target that holds this row's key, as <c>long?</c>.</summary>
    public ReadColumn ForeignKey { get; } = new(foreignKey);
}

/// <summary>A value that is read for many rows at once from somewhere else than their table: a file, a snapshot.</summary>
/// <param name="owner">The type that has it.</param>
/// <param name="name">Its name.</param>
/// <param name="description">Its description.</param>
/// <param name="permission">What a caller needs to read it.</param>
/// <param name="graph">Its graph type, made once.</param>
/// <param name="read">Gives the values by key for the rows of these keys; a key that is left out has none.</param>
internal sealed class BatchField(EntityType owner, string name, string description, Permission permission, Func<GraphKind> graph, BatchRead read)
    : EntityField(owner, name, description, permission)
{
    public Func<GraphKind> Graph { get; } = graph;

    public BatchRead Read { get; } = read;
}

/// <summary>Reads a value for many rows at once.</summary>
internal delegate Task<IReadOnlyDictionary<long, object?>> BatchRead(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken);

/// <summary>A value made in memory from columns of the row.</summary>
internal sealed class ComputedField(
    EntityType owner, string name, string description, Permission permission, Type valueType, IReadOnlyList<ColumnField> columns, Func<IReadOnlyList<object?>, object?> compute)
    : EntityField(owner, name, description, permission)
{
    public Type ValueType { get; } = valueType;

    public bool IsNullable { get; } = Nullable.GetUnderlyingType(valueType) is not null || valueType == typeof(string);

    public IReadOnlyList<ColumnField> Columns { get; } = columns;

    public Func<IReadOnlyList<object?>, object?> Compute { get; } = compute;
}
