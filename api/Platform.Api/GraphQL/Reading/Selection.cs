namespace Platform.Api.GraphQL.Reading;

/// <summary>What a document asks of the rows at one place: which columns, and which relations with what under them.</summary>
internal sealed class Selection(EntityType type, IReadOnlyList<ColumnField> columns, IReadOnlyList<SelectedRelation> relations)
{
    public EntityType Type { get; } = type;

    /// <summary>The columns to read, those that relations and computed values need among them.</summary>
    public IReadOnlyList<ColumnField> Columns { get; } = columns;

    public IReadOnlyList<SelectedRelation> Relations { get; } = relations;

    public int RelationAt(string responseKey)
    {
        for (var i = 0; i < Relations.Count; i++)
            if (Relations[i].ResponseKey == responseKey)
                return i;
        throw new InvalidOperationException($"'{responseKey}' was not read with {Type.Name}.");
    }
}

/// <summary>A relation as a document asks for it.</summary>
/// <param name="ResponseKey">Its alias, or its name.</param>
/// <param name="Field">The declared relation.</param>
/// <param name="One">What is asked of the one row; null for a connection.</param>
/// <param name="Many">What is asked of the connection; null for one row.</param>
internal sealed record SelectedRelation(string ResponseKey, EntityField Field, Selection? One, SelectedConnection? Many);

/// <summary>A connection as a document asks for it.</summary>
internal sealed record SelectedConnection(EntityType Type, PageRequest Page)
{
    /// <summary>The places at which its rows stand, by the response keys of <c>edges</c> and <c>node</c>, or of <c>nodes</c> alone.</summary>
    public required IReadOnlyList<SelectedPlace> Places { get; init; }

    public bool WantsTotal { get; init; }

    /// <summary>Whether anything but the total is asked for.</summary>
    public bool WantsRows { get; init; }
}

/// <summary>One place of a connection's rows.</summary>
internal sealed record SelectedPlace(string ListKey, string? NodeKey, Selection Selection);
