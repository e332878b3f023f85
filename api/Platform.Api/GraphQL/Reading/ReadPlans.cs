using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Model;

namespace Platform.Api.GraphQL.Reading;

/// <summary>
/// Compiles reads: EF translates the shape to SQL once, with the scope's filters in it, and the text is kept. Afterwards EF has no
/// part in the read: measured, it would be 70 % of its cost (decision 0001).
/// </summary>
internal sealed class ReadPlans(ReadMeter meter)
{
    // Shapes come from documents: a client that invents filters without end must not fill the memory.
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<string, ReadPlan> _plans = new();

    public ReadPlan For(LibraryDb db, ReadShape shape)
    {
        var key = shape.Describe(ScopeParameter.NullsOf(db));
        if (_plans.TryGetValue(key, out var known))
            return known;
        if (_plans.Count >= Most)
            _plans.Clear();
        meter.Plan();
        return _plans[key] = new Compilation(db, shape).Compile();
    }

    private sealed class Compilation(LibraryDb db, ReadShape shape)
    {
        private readonly IRelationalTypeMappingSource _mappings = db.GetService<IRelationalTypeMappingSource>();

        public ReadPlan Compile()
        {
            var parameters = new PlanParameters(MappingOf, shape.Values());
            using var command = ((IQueryable<Cells>)Query(parameters)).CreateDbCommand();
            var names = command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName.TrimStart('@')).ToList();
            var scope = names.Select(name => ScopeParameter.Of(name, MappingOf)).OfType<ScopeParameter>().ToList();
            var expected = parameters.All.Select(p => p.Name).SkipLast(shape.Reduction is Reduction.FirstOfEach ? 1 : 0).Concat(scope.Select(s => s.Parameter.Name));
            if (!names.ToHashSet().SetEquals(expected))
                throw new InvalidOperationException($"EF made other parameters ({string.Join(", ", names)}) than the read of {shape.Type.Name} has.");
            return new ReadPlan(Reduce(command.CommandText), parameters.All, scope, CellReaders(), MappingOf(typeof(string)));
        }

        private IQueryable Query(PlanParameters parameters)
        {
            var row = Expression.Parameter(shape.Type.Entity, "r");
            var set = (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(shape.Type.Entity).Invoke(db, null)!;
            Expression query = Call(nameof(Queryable.Where), [shape.Type.Entity], set.Expression, Lambda(shape.Condition.Build(row, parameters), row));
            query = Ordered(query, row);
            if (shape.Take is not null && shape.Reduction is not Reduction.FirstOfEach)
                query = Call(nameof(Queryable.Take), [shape.Type.Entity], query, parameters.NextCount(MappingOf(typeof(int))));
            else if (shape.Take is not null)
                _ = parameters.NextCount(MappingOf(typeof(int)));
            return set.Provider.CreateQuery(Call(nameof(Queryable.Select), [shape.Type.Entity, typeof(Cells)], query, Lambda(Projection(row), row)));
        }

        // The order of a reduced read is applied around EF's text, over the columns it gives.
        private Expression Ordered(Expression query, ParameterExpression row)
        {
            if (shape.Reduction is Reduction.FirstOfEach or Reduction.CountOfEach)
                return query;
            for (var i = 0; i < shape.Order.Count; i++)
            {
                var method = (i == 0 ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (shape.Order[i].Descending ? "Descending" : "");
                var column = shape.Order[i].Column.On(row);
                query = Call(method, [shape.Type.Entity, column.Type], query, Lambda(column, row));
            }
            return query;
        }

        private MemberInitExpression Projection(ParameterExpression row) => Expression.MemberInit(
            Expression.New(typeof(Cells)),
            shape.Columns.Select((column, i) => (MemberBinding)Expression.Bind(
                Cells.Member(i), Expression.Convert(column.On(row), typeof(object)))));

        private string Reduce(string sql) => shape.Reduction switch
        {
            Reduction.None => sql,
            Reduction.Count => $"SELECT CAST(COUNT(*) AS bigint) FROM (\n{sql}\n) AS q",
            Reduction.CountOfEach => $"SELECT q.\"C0\", CAST(COUNT(*) AS bigint) FROM (\n{sql}\n) AS q GROUP BY q.\"C0\"",
            Reduction.FirstOfEach => FirstOfEach(sql),
            _ => throw new InvalidOperationException($"No reduction {shape.Reduction}."),
        };

        private string FirstOfEach(string sql)
        {
            var order = string.Join(", ", shape.Order.Select(o => $"q.\"C{PlaceOf(o.Column)}\"{(o.Descending ? " DESC" : "")}"));
            var columns = string.Join(", ", Enumerable.Range(0, shape.Columns.Count).Select(i => $"f.\"C{i}\""));
            var take = ((char)('A' + shape.Values().Count - 1)).ToString();
            return $"""
                SELECT {columns} FROM (
                SELECT q.*, ROW_NUMBER() OVER (PARTITION BY q."C0" ORDER BY {order}) AS "N" FROM (
                {sql}
                ) AS q) AS f WHERE f."N" <= @{take} ORDER BY f."C0", f."N"
                """;
        }

        private int PlaceOf(ReadColumn column) => shape.Columns.Select(c => c.Text).ToList().IndexOf(column.Text);

        private List<Func<DbDataReader, int, object?>> CellReaders() => shape.Reduction switch
        {
            Reduction.Count => [CellReader.For(MappingOf(typeof(long)))],
            Reduction.CountOfEach => [CellReader.For(MappingOf(shape.Columns[0])), CellReader.For(MappingOf(typeof(long)))],
            _ => [.. shape.Columns.Select(column => CellReader.For(MappingOf(column)))],
        };

        private RelationalTypeMapping MappingOf(Type type) =>
            _mappings.FindMapping(Nullable.GetUnderlyingType(type) ?? type) ?? throw new InvalidOperationException($"{type} is no column type.");

        private RelationalTypeMapping MappingOf(ReadColumn column) => PropertyOf(column)?.GetRelationalTypeMapping() ?? MappingOf(column.ValueType);

        private IProperty? PropertyOf(ReadColumn column) =>
            column.Body is MemberExpression { Expression: { } owner, Member: var member } && db.Model.FindEntityType(owner.Type) is { } entity
                ? entity.FindProperty(member.Name)
                : null;

        private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments) =>
            Expression.Call(typeof(Queryable), method, types, arguments);

        private static UnaryExpression Lambda(Expression body, ParameterExpression row) => Expression.Quote(Expression.Lambda(body, row));
    }
}
