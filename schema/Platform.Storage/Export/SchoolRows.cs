using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Model;

namespace Platform.Storage.Export;

/// <summary>
/// Gives the rows of one school, table by table in an order in which they can be restored. What a row points to has been written before; a
/// pointer to anything else is left empty, and a row that cannot be without it is left out.
/// </summary>
internal sealed class SchoolRows(LibraryDb db, long libraryId)
{
    private const int KeysAtOnce = 500;
    private static readonly MethodInfo Query = typeof(SchoolRows).GetMethod(nameof(QueryOf), BindingFlags.Static | BindingFlags.NonPublic)!;
    private readonly Dictionary<IEntityType, HashSet<long>> _context = [];
    private readonly Dictionary<IEntityType, HashSet<long>> _written = [];

    /// <summary>The keys of the rows of a type that were written.</summary>
    public IReadOnlySet<long> Written(Type type) => _written.FirstOrDefault(pair => pair.Key.ClrType == type).Value ?? [];

    /// <summary>Finds the rows of others to which rows of the school point.</summary>
    public async Task CollectContextAsync(CancellationToken cancellationToken)
    {
        // Backwards: what points before what is pointed to, so that one pass finds the context of the context.
        foreach (var entity in SchoolTables.InOrder(db.Model).Reverse())
        {
            var pointers = entity.GetForeignKeys().Where(f => f.Properties.Count == 1 && SchoolTables.IsContext(f.PrincipalEntityType)).ToList();
            if (pointers.Count == 0)
                continue;
            await foreach (var (row, isOwn) in RowsAsync(entity, cancellationToken))
                foreach (var pointer in pointers.Where(p => isOwn || p.IsRequired))
                    if (ArchivedRow.KeyOf(row, pointer.Properties[0]) is { } key)
                        KeysOf(_context, pointer.PrincipalEntityType).Add(key);
        }
    }

    /// <summary>The rows of a table as lines, the school's own before those of others, each in the order of their keys.</summary>
    public async IAsyncEnumerable<byte[]> LinesAsync(IEntityType entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (writer, written) = (new ArchivedRow(entity), KeysOf(_written, entity));
        var key = entity.FindPrimaryKey()!.Properties; // the tables have keys
        await foreach (var (row, isOwn) in RowsAsync(entity, cancellationToken))
        {
            if (BlankIn(row, entity, isOwn) is not { } blank)
                continue;
            if (key is [var single] && ArchivedRow.KeyOf(row, single) is { } id)
                written.Add(id);
            yield return writer.Write(row, blank);
        }
    }

    /// <summary>The columns that would point to nothing; null when the row cannot be without one of them.</summary>
    private HashSet<IProperty>? BlankIn(object row, IEntityType entity, bool isOwn)
    {
        var blank = new HashSet<IProperty>();
        foreach (var pointer in entity.GetForeignKeys().Where(f => f.Properties.Count == 1))
        {
            var column = pointer.Properties[0];
            if (ArchivedRow.KeyOf(row, column) is not { } key || (pointer.PrincipalEntityType == entity && isOwn) || (KeysOf(_written, pointer.PrincipalEntityType).Contains(key) && (isOwn || pointer.IsRequired)))
                continue;
            if (!column.IsNullable)
                return null;
            blank.Add(column);
        }
        return blank;
    }

    private async IAsyncEnumerable<(object Row, bool IsOwn)> RowsAsync(IEntityType entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = new HashSet<long>();
        var keys = entity.FindPrimaryKey()!.Properties; // the tables have keys
        var rows = SchoolTables.Of(entity) switch
        {
            Belonging.Owned => Read(entity, OwnedBy(entity)),
            Belonging.Part => PartsAsync(entity),
            _ => AsyncEnumerable.Empty<object>(),
        };
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (keys is [var key] && ArchivedRow.KeyOf(row, key) is { } id)
                own.Add(id);
            yield return (row, true);
        }
        foreach (var chunk in KeysOf(_context, entity).Except(own).Order().Chunk(KeysAtOnce))
            await foreach (var row in Read(entity, OneOf(entity, keys[0].Name, chunk)).WithCancellation(cancellationToken))
                yield return (row, false);
    }

    // Parts go with what they are a part of: the first row that they cannot be without.
    private async IAsyncEnumerable<object> PartsAsync(IEntityType entity)
    {
        var whole = entity.GetForeignKeys().Where(f => f.IsRequired && f.Properties.Count == 1).OrderBy(f => f.Properties[0].Name, StringComparer.Ordinal).FirstOrDefault();
        if (whole is null)
            yield break;
        var known = _written.TryGetValue(whole.PrincipalEntityType, out var written) ? written : KeysOf(_context, whole.PrincipalEntityType);
        foreach (var chunk in known.Order().Chunk(KeysAtOnce))
            await foreach (var row in Read(entity, OneOf(entity, whole.Properties[0].Name, chunk)))
                yield return row;
    }

    private LambdaExpression OwnedBy(IEntityType entity)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var owned = SchoolTables.OwnersOf(entity).Select(name => Expression.Equal(Column(row, name), Expression.Constant((long?)libraryId, typeof(long?))));
        if (SchoolTables.IsShared(entity))
            owned = owned.Append(Expression.Equal(Column(row, SchoolTables.OwnersOf(entity)[0]), Expression.Constant(null, typeof(long?))));
        return Expression.Lambda(owned.Aggregate(Expression.OrElse), row);
    }

    private static LambdaExpression OneOf(IEntityType entity, string column, long[] keys)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var values = Expression.Constant(keys.Select(k => (long?)k).ToArray());
        return Expression.Lambda(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long?)], values, Column(row, column)), row);
    }

    private static Expression Column(ParameterExpression row, string name) => Expression.Convert(Expression.Property(row, name), typeof(long?));

    private IAsyncEnumerable<object> Read(IEntityType entity, LambdaExpression which) =>
        (IAsyncEnumerable<object>)Query.MakeGenericMethod(entity.ClrType).Invoke(null, [db, entity, which])!; // the method answers it

    private static IAsyncEnumerable<object> QueryOf<T>(LibraryDb db, IEntityType entity, LambdaExpression which)
        where T : class
    {
        var rows = db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where((Expression<Func<T, bool>>)which);
        IOrderedQueryable<T>? ordered = null;
        foreach (var name in entity.FindPrimaryKey()!.Properties.Select(p => p.Name)) // the tables have keys
            ordered = ordered is null ? rows.OrderBy(r => EF.Property<object>(r, name)) : ordered.ThenBy(r => EF.Property<object>(r, name));
        return ordered!.AsAsyncEnumerable(); // a key has a column
    }

    private static HashSet<long> KeysOf(Dictionary<IEntityType, HashSet<long>> sets, IEntityType entity)
    {
        if (!sets.TryGetValue(entity, out var keys))
            sets[entity] = keys = [];
        return keys;
    }
}
