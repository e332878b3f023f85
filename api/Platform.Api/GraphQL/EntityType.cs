using System.Linq.Expressions;
using System.Reflection;
using GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>
/// An entity as the API shows it, declared once, as data: columns, relations and computed values, each with its description and
/// permission. The declaration makes the SDL type, the permission rule and the read plan; what it does not name is not published.
/// </summary>
internal abstract class EntityType(Type entity, Permission permission)
{
    private readonly List<EntityField> _fields = [];
    private int _declared;

    /// <summary>The EF entity behind the type.</summary>
    public Type Entity { get; } = entity;

    /// <summary>Name of the GraphQL object type, and of the type part of its global ids.</summary>
    public string Name => Entity.Name;

    /// <summary>What a caller needs to read the type; a field may ask for more.</summary>
    public Permission Permission { get; } = permission;

    public string Description => XmlDocs.Of(Entity) ?? throw new InvalidOperationException($"{Entity} has no documentation to describe {Name}.");

    public IReadOnlyList<EntityField> Fields => _fields;

    /// <summary>The row's key, a <see langword="long"/> column.</summary>
    public ColumnField Key { get; protected init; } = null!; // set by EntityType<TEntity>

    /// <summary>Columns by which lists of the type can be ordered, by the name in its sort input.</summary>
    public IEnumerable<ColumnField> Sortable => _fields.OfType<ColumnField>().Where(c => c.IsSortable);

    public IEnumerable<ColumnField> Filterable => _fields.OfType<ColumnField>().Where(c => c.IsFilterable);

    public bool IsListed => Sortable.Any() || Filterable.Any();

    protected TField Add<TField>(TField field)
        where TField : EntityField
    {
        _fields.Add(field);
        return Number(field);
    }

    /// <summary>Gives a field its place in the type's rows without publishing it.</summary>
    protected TField Number<TField>(TField field)
        where TField : EntityField
    {
        field.Index = _declared++;
        return field;
    }

    /// <summary>How many places a row of the type can have.</summary>
    public int FieldCount => _declared;
}

/// <inheritdoc cref="EntityType"/>
internal abstract class EntityType<TEntity> : EntityType
    where TEntity : class
{
    protected EntityType(Permission permission, Expression<Func<TEntity, long>> key)
        : base(typeof(TEntity), permission)
    {
        Key = Add(new ColumnField(this, "id", "Global id, for node(id) and for caches.", permission, key) { IsKey = true });
        if (typeof(TEntity).IsAssignableTo(typeof(IVersioned)))
            Add(new ColumnField(this, "version", XmlDocs.Of(typeof(IVersioned).GetProperty(nameof(IVersioned.Version))!)!, permission, VersionOf()));
    }

    /// <summary>Publishes a property under its own name and documentation.</summary>
    protected ColumnField Column<TValue>(Expression<Func<TEntity, TValue>> column, Permission? permission = null) =>
        Add(new ColumnField(this, NameOf(column), DescriptionOf(column), permission ?? Permission, column));

    /// <summary>Publishes a value that the database computes for the row.</summary>
    protected ColumnField Column<TValue>(string name, string description, Expression<Func<TEntity, TValue>> column, Permission? permission = null) =>
        Add(new ColumnField(this, name, description, permission ?? Permission, column));

    /// <summary>A column that computed values read and clients do not see.</summary>
    protected ColumnField Hidden<TValue>(Expression<Func<TEntity, TValue>> column) =>
        Number(new ColumnField(this, NameOf(column), "", Permission, column));

    /// <summary>Publishes the row to which a key column points.</summary>
    protected OneField One<TTarget>(Expression<Func<TEntity, TTarget?>> relation, Expression<Func<TEntity, long?>> key, Permission? permission = null)
        where TTarget : class =>
        Add(new OneField(this, NameOf(relation), DescriptionOf(relation), permission ?? Permission, typeof(TTarget), KeyColumn(key)));

    /// <summary>Publishes, under a name of its own, the row to which a key column points.</summary>
    protected OneField One<TTarget>(string name, string description, Expression<Func<TEntity, long?>> key, Permission? permission = null)
        where TTarget : class =>
        Add(new OneField(this, name, description, permission ?? Permission, typeof(TTarget), KeyColumn(key)));

    /// <summary>Publishes the rows that point to this one, as a connection.</summary>
    protected void Many<TTarget>(string name, string description, Expression<Func<TTarget, long?>> foreignKey, Permission? permission = null)
        where TTarget : class =>
        Add(new ManyField(this, name, description, permission ?? Permission, typeof(TTarget), foreignKey));

    /// <summary>Publishes a value that is read for many rows at once from somewhere else than their table.</summary>
    protected void Batch(string name, string description, Func<GraphKind> graph, BatchRead read, Permission? permission = null) =>
        Add(new BatchField(this, name, description, permission ?? Permission, graph, read));

    /// <summary>Publishes a value made from columns of the row; the delegate does no I/O.</summary>
    protected void Computed<TValue>(
        string name, string description, IReadOnlyList<ColumnField> columns, Func<IReadOnlyList<object?>, TValue> compute, Permission? permission = null) =>
        Add(new ComputedField(this, name, description, permission ?? Permission, typeof(TValue), columns, values => compute(values)));

    private ColumnField KeyColumn(Expression<Func<TEntity, long?>> key) =>
        Number(new ColumnField(this, "key", "", Permission, key));

    private static Expression<Func<TEntity, int>> VersionOf()
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return Expression.Lambda<Func<TEntity, int>>(Expression.Property(row, nameof(IVersioned.Version)), row);
    }

    private static string NameOf(LambdaExpression column) => PropertyOf(column).Name.ToCamelCase();

    private static string DescriptionOf(LambdaExpression column)
    {
        var property = PropertyOf(column);
        return XmlDocs.Of(property) ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no documentation to describe the field.");
    }

    private static PropertyInfo PropertyOf(LambdaExpression column) =>
        column.Body is MemberExpression { Member: PropertyInfo property }
            ? property.ReflectedType == typeof(TEntity) ? property : typeof(TEntity).GetProperty(property.Name) ?? property
            : throw new ArgumentException($"'{column}' names no property: give the field a name and a description.");
}
