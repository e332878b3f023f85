using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Model;

namespace Platform.Storage.Tests.SqlServer;

/// <summary>
/// What SQL Server refuses when it runs the DDL and no parser sees: two cascading paths between tables (1785),
/// key columns without a bound (1919), keys that may be too wide (1944, 1946).
/// </summary>
internal static class ModelRules
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;

    public static IReadOnlyList<string> Faults(LibraryDb db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => e.GetTableName() is not null).ToList();
        return [.. CascadeFaults(tables), .. tables.SelectMany(KeyFaults)];
    }

    private static IEnumerable<string> CascadeFaults(List<IEntityType> tables)
    {
        var edges = tables
            .SelectMany(table => table.GetForeignKeys())
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(key => (From: key.PrincipalEntityType.GetTableName()!, To: key.DeclaringEntityType.GetTableName()!)) // tables only, see Faults
            .ToLookup(edge => edge.From, edge => edge.To);
        foreach (var root in edges.Select(group => group.Key))
        {
            var reached = new HashSet<string>();
            var paths = new Stack<string>(edges[root]);
            while (paths.TryPop(out var table))
            {
                if (table == root || !reached.Add(table))
                {
                    yield return $"1785: more than one cascading path from {root} to {table}";
                    continue;
                }
                foreach (var next in edges[table])
                    paths.Push(next);
            }
        }
    }

    private static IEnumerable<string> KeyFaults(IEntityType table) =>
    [
        .. table.GetKeys().SelectMany(key => WidthFaults(key.GetName(), key.Properties, key.IsPrimaryKey() ? ClusteredKeyBytes : IndexKeyBytes)),
        .. table.GetIndexes().SelectMany(index => WidthFaults(index.GetDatabaseName(), index.Properties, IndexKeyBytes)),
    ];

    private static IEnumerable<string> WidthFaults(string? name, IReadOnlyList<IProperty> columns, int limit)
    {
        var unbounded = columns.Where(column => StoreType(column).Contains("(max)", StringComparison.Ordinal)).ToList();
        foreach (var column in unbounded)
            yield return $"1919: {name}: {column.Name} has no bound and cannot be a key column";
        var width = columns.Except(unbounded).Sum(Width);
        if (width > limit)
            yield return $"1944: {name} may be {width} bytes wide, more than {limit}";
    }

    private static int Width(IProperty column)
    {
        var length = column.GetRelationalTypeMapping().Size ?? 8;
        return StoreType(column).StartsWith("nvarchar", StringComparison.Ordinal) || StoreType(column).StartsWith("nchar", StringComparison.Ordinal)
            ? 2 * length
            : length;
    }

    private static string StoreType(IProperty column) => column.GetRelationalTypeMapping().StoreType;
}
