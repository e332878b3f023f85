namespace Platform.Api.GraphQL.Costs;

/// <summary>What an operation is for: each purpose has a budget and a number of operations at once of its own, so that none can starve another.</summary>
internal enum Purpose
{
    /// <summary>Reading by the public, pupils and portals.</summary>
    Portal,

    /// <summary>Work of those who lend and catalogue.</summary>
    Desk,

    /// <summary>Following the change feed.</summary>
    Sync,

    /// <summary>Reading and making reports.</summary>
    Reports,
}
