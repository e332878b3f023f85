using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>
/// Gathers which people a document reads, by whatever path, and has the looks written down before the answer goes out: each person once
/// for each field of the root.
/// </summary>
internal sealed class ChildLooks(LookLog log)
{
    private static readonly Type[] Lending = [typeof(Loan), typeof(Hold), typeof(Charge)];
    private readonly Dictionary<long, LookKind> _seen = [];

    /// <summary>Rows of the selection were read below a row of another type, or on their own.</summary>
    public void Saw(Selection selection, Type? below, IEnumerable<Row> rows)
    {
        if (selection.Type.Entity != typeof(Patron))
            return;
        var lends = Lending.Contains(below) || selection.Relations.Any(relation => relation.Field is ManyField many && Lending.Contains(many.Target));
        foreach (var row in rows)
            Note(row.Key, lends ? LookKind.Loans : LookKind.Card);
    }

    /// <summary>A list was asked for what belongs to given people: the answer tells of them even if it does not name them.</summary>
    public void Asked(SelectedConnection connection)
    {
        if (connection.Page.Where is not { } where)
            return;
        foreach (var relation in connection.Type.Fields.OfType<OneField>().Where(field => field.Target == typeof(Patron)))
            foreach (var id in where.ValuesOf(relation.Key.Column))
                Note(id, LookKind.Loans);
    }

    /// <summary>Writes the looks down.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in _seen.ToLookup(look => look.Value, look => look.Key))
            await log.NoteAsync(kind, kind.Key, cancellationToken);
        _seen.Clear();
    }

    private void Note(long id, LookKind kind)
    {
        if (!_seen.TryGetValue(id, out var known) || known < kind)
            _seen[id] = kind;
    }
}
