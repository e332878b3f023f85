using Platform.Api.Patrons;
using Platform.Api.Telemetry;
using Platform.Model;

namespace Platform.Api.GraphQL.Reading;

/// <summary>
/// Reads what a document selects, level by level: all rows of one relation come with one statement, however many parents ask,
/// so a list of 1 and a list of 50 cost the same number of statements.
/// </summary>
internal sealed class EntityReader(LibraryDb db, ReadPlans plans, ChildLooks looks, OperationMeter meter)
{
    /// <summary>One page of all rows of a type.</summary>
    public async Task<Page> PageAsync(SelectedConnection connection, Condition? narrowed, CancellationToken cancellationToken)
    {
        var page = connection.WantsRows ? await RowsAsync(connection, narrowed, cancellationToken) : new Page();
        if (connection.WantsTotal)
            page.Total = await TotalAsync(connection, narrowed, cancellationToken);
        looks.Asked(connection);
        await looks.WriteAsync(cancellationToken);
        return page;
    }

    /// <summary>One page of the rows with these keys, best first; the list has no other rows.</summary>
    public async Task<Page> RankedPageAsync(SelectedConnection connection, IReadOnlyList<long> ranking, CancellationToken cancellationToken)
    {
        var request = connection.Page;
        var ranked = new ColumnCondition(connection.Type.Key.Column, Comparison.In, ranking);
        if (!request.IsRanked)
            return await PageAsync(connection, ranked, cancellationToken);
        var left = request.Where is null ? ranking : await KeysAsync(connection, ranked, ranking, cancellationToken);
        var page = connection.WantsRows ? await RankedRowsAsync(connection, left, cancellationToken) : new Page();
        page.Total = Math.Min(left.Count, PageRequest.MostCounted + 1);
        await looks.WriteAsync(cancellationToken);
        return page;
    }

    private async Task<IReadOnlyList<long>> KeysAsync(SelectedConnection connection, Condition ranked, IReadOnlyList<long> ranking, CancellationToken cancellationToken)
    {
        var shape = new ReadShape { Type = connection.Type, Columns = [connection.Type.Key.Column], Condition = connection.Page.Whole(ranked) };
        var found = (await ReadAsync(shape, cancellationToken)).Select(values => (long)values[0]!).ToHashSet(); // keys are never null
        return [.. ranking.Where(found.Contains)];
    }

    private async Task<Page> RankedRowsAsync(SelectedConnection connection, IReadOnlyList<long> ranking, CancellationToken cancellationToken)
    {
        var request = connection.Page;
        var inReadOrder = request.Backward ? ranking.Reverse() : ranking;
        var rest = request.Cursor is { } cursor ? inReadOrder.SkipWhile(key => key != (long)cursor.Values[0]!).Skip(1) : inReadOrder; // a cursor of keys
        return await KeyedPageAsync(connection, [.. rest.Take(request.Size + 1)], cancellationToken);
    }

    /// <summary>The rows with these keys, in this order, as far as the page is long; a key whose row is gone or not the caller's to see is left out.</summary>
    public async Task<Page> KeyedPageAsync(SelectedConnection connection, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var layout = LayoutOf(connection, []);
        var read = await ReadAsync(
            new ReadShape { Type = connection.Type, Columns = layout.Columns, Condition = new ColumnCondition(connection.Type.Key.Column, Comparison.In, keys) },
            cancellationToken);
        var at = layout.PlaceOf(connection.Type.Key);
        var byKey = read.ToDictionary(values => (long)values[at]!); // keys are never null
        var page = PageOf(connection, layout, [.. keys.Where(byKey.ContainsKey).Select(key => byKey[key])]);
        await FillPlacesAsync(connection, [page], null, cancellationToken);
        return page;
    }

    /// <summary>The row whose column has the value; null when there is none, or none that the caller may see.</summary>
    public async Task<Row?> OneAsync(Selection selection, ReadColumn column, object value, CancellationToken cancellationToken)
    {
        var layout = new RowLayout(selection.Type, [], selection.Columns);
        var shape = new ReadShape
        {
            Type = selection.Type,
            Columns = layout.Columns,
            Condition = new ColumnCondition(column, Comparison.Equal, value),
        };
        var rows = (await ReadAsync(shape, cancellationToken)).ConvertAll(values => new Row(selection, layout, values));
        looks.Saw(selection, null, rows);
        await FillAsync(rows, selection, cancellationToken);
        await looks.WriteAsync(cancellationToken);
        return rows.FirstOrDefault();
    }

    /// <summary>The row with the global id; null for an id of another type.</summary>
    public Task<Row?> ByIdAsync(Selection selection, string id, CancellationToken cancellationToken) =>
        GlobalId.TryRead(id, out var type, out var key) && type == selection.Type.Name
            ? OneAsync(selection, selection.Type.Key.Column, key, cancellationToken)
            : Task.FromResult<Row?>(null);

    private async Task<Page> RowsAsync(SelectedConnection connection, Condition? narrowed, CancellationToken cancellationToken)
    {
        var request = connection.Page;
        var layout = LayoutOf(connection, []);
        var read = await ReadAsync(
            new ReadShape
            {
                Type = connection.Type,
                Columns = layout.Columns,
                Condition = request.Condition(narrowed),
                Order = request.ReadOrder,
                Take = request.Size + 1,
            },
            cancellationToken);
        var page = PageOf(connection, layout, read);
        await FillPlacesAsync(connection, [page], null, cancellationToken);
        return page;
    }

    private async Task<int> TotalAsync(SelectedConnection connection, Condition? narrowed, CancellationToken cancellationToken)
    {
        var counted = await ReadAsync(
            new ReadShape
            {
                Type = connection.Type,
                Columns = [connection.Type.Key.Column],
                Condition = connection.Page.Whole(narrowed),
                Order = [new OrderColumn(connection.Type.Key.Column, false)],
                Take = PageRequest.MostCounted + 1,
                Reduction = Reduction.Count,
            },
            cancellationToken);
        return (int)(long)counted[0][0]!; // COUNT is never null
    }

    private static RowLayout LayoutOf(SelectedConnection connection, IEnumerable<ReadColumn> first) =>
        new(connection.Type, first.Concat(connection.Page.Order.Select(o => o.Column)), connection.Places.SelectMany(p => p.Selection.Columns));

    // One row more than asked was read: it tells whether there is another page.
    private static Page PageOf(SelectedConnection connection, RowLayout layout, List<object?[]> read)
    {
        var request = connection.Page;
        var more = read.Count > request.Size;
        if (more)
            read.RemoveRange(request.Size, read.Count - request.Size);
        if (request.Backward)
            read.Reverse();
        var order = request.Order.Select(column => layout.PlaceOf(column.Column)).ToList();
        return new Page
        {
            HasNext = request.Backward ? request.Cursor is not null : more,
            HasPrevious = request.Backward ? more : request.Cursor is not null,
            Cursors = read.ConvertAll(values => new Cursor(request.OrderName, order.ConvertAll(at => values[at])).ToString()),
            Places = [.. connection.Places.Select(place => (place, (IReadOnlyList<Row>)read.ConvertAll(values => new Row(place.Selection, layout, values))))],
        };
    }

    private async Task FillPlacesAsync(SelectedConnection connection, List<Page> pages, Type? below, CancellationToken cancellationToken)
    {
        for (var i = 0; i < connection.Places.Count; i++)
        {
            var rows = pages.SelectMany(page => page.Places.Count > i ? page.Places[i].Rows : []).ToList();
            looks.Saw(connection.Places[i].Selection, below, rows);
            await FillAsync(rows, connection.Places[i].Selection, cancellationToken);
        }
    }

    private async Task FillAsync(List<Row> rows, Selection selection, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        for (var i = 0; i < selection.Relations.Count; i++)
        {
            var filled = selection.Relations[i] switch
            {
                { Field: OneField one, One: { } below } => FillOneAsync(rows, i, one, below, cancellationToken),
                { Field: BatchField batch } => FillBatchAsync(rows, i, batch, cancellationToken),
                { Field: ManyField many, Many: { } below } => FillManyAsync(rows, i, many, below, cancellationToken),
                var other => throw new InvalidOperationException($"{other.Field.Owner.Name}.{other.Field.Name} is no relation."),
            };
            await filled;
        }
    }

    private async Task FillOneAsync(List<Row> rows, int relation, OneField field, Selection below, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.Value(field.Key)).OfType<long>().Distinct().ToList();
        if (keys.Count == 0)
            return;
        var layout = new RowLayout(below.Type, [], below.Columns);
        var shape = new ReadShape { Type = below.Type, Columns = layout.Columns, Condition = new ColumnCondition(below.Type.Key.Column, Comparison.In, keys) };
        var targets = (await ReadAsync(shape, cancellationToken)).ConvertAll(values => new Row(below, layout, values));
        looks.Saw(below, field.Owner.Entity, targets);
        await FillAsync(targets, below, cancellationToken);
        var byKey = targets.ToDictionary(target => target.Key);
        foreach (var row in rows)
            row.Relations[relation] = row.Value(field.Key) is long key ? byKey.GetValueOrDefault(key) : null;
    }

    private async Task FillBatchAsync(List<Row> rows, int relation, BatchField field, CancellationToken cancellationToken)
    {
        var values = await field.Read(db, [.. rows.Select(row => row.Key).Distinct()], cancellationToken);
        foreach (var row in rows)
            row.Relations[relation] = values.GetValueOrDefault(row.Key);
    }

    private async Task FillManyAsync(List<Row> rows, int relation, ManyField field, SelectedConnection below, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.Key).Distinct().ToList();
        var ofParents = new ColumnCondition(field.ForeignKey, Comparison.In, keys);
        var pages = below.WantsRows ? await PagesAsync(field, below, ofParents, cancellationToken) : [];
        var totals = below.WantsTotal ? await TotalsAsync(field, below, ofParents, cancellationToken) : [];
        foreach (var row in rows)
        {
            var page = pages.GetValueOrDefault(row.Key) ?? EmptyOf(below);
            page.Total = Math.Min(totals.GetValueOrDefault(row.Key), PageRequest.MostCounted + 1);
            row.Relations[relation] = page;
        }
    }

    private static Page EmptyOf(SelectedConnection connection) => new() { Places = [.. connection.Places.Select(place => (place, (IReadOnlyList<Row>)[]))] };

    private async Task<Dictionary<long, Page>> PagesAsync(ManyField field, SelectedConnection below, Condition ofParents, CancellationToken cancellationToken)
    {
        var layout = LayoutOf(below, [field.ForeignKey]);
        var read = await ReadAsync(
            new ReadShape
            {
                Type = below.Type,
                Columns = layout.Columns,
                Condition = below.Page.Condition(ofParents),
                Order = below.Page.ReadOrder,
                Take = below.Page.Size + 1,
                Reduction = Reduction.FirstOfEach,
            },
            cancellationToken);
        var pages = read.GroupBy(values => (long)values[0]!).ToDictionary(g => g.Key, g => PageOf(below, layout, [.. g])); // the rows were chosen by this key
        looks.Asked(below);
        await FillPlacesAsync(below, [.. pages.Values], field.Owner.Entity, cancellationToken);
        return pages;
    }

    private async Task<Dictionary<long, int>> TotalsAsync(ManyField field, SelectedConnection below, Condition ofParents, CancellationToken cancellationToken)
    {
        var counted = await ReadAsync(
            new ReadShape { Type = below.Type, Columns = [field.ForeignKey], Condition = below.Page.Whole(ofParents), Reduction = Reduction.CountOfEach },
            cancellationToken);
        return counted.ToDictionary(values => (long)values[0]!, values => (int)(long)values[1]!); // as above
    }

    private async Task<List<object?[]>> ReadAsync(ReadShape shape, CancellationToken cancellationToken)
    {
        using var measured = meter.Read(shape.Type.Name);
        return await plans.For(db, shape).ReadAsync(db, shape.Values(), cancellationToken);
    }
}
