using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Repository;

namespace Platform.Api.Bulk;

/// <summary>What each kind of job is in the schema: a list that is read, or a mutation that each line is given to.</summary>
internal static class BulkKinds
{
    /// <summary>What an account needs for a job of the kind. What it sees or changes by it is decided row by row, as everywhere.</summary>
    public static Permission PermissionOf(BulkJobKind kind) => kind switch
    {
        BulkJobKind.ExportRecords or BulkJobKind.ExportItems or BulkJobKind.ExportEResources => Permission.ReadCatalogue,
        BulkJobKind.ExportPatrons => Permission.ReadPatrons,
        BulkJobKind.ExportLoans => Permission.Circulate,
        BulkJobKind.CreateRecords or BulkJobKind.AddItems or BulkJobKind.EditItems => Permission.EditCatalogue,
        BulkJobKind.CreatePatrons or BulkJobKind.UpdatePatrons => Permission.EditPatrons,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The permission's place in <see cref="BulkJob.Granted"/>.</summary>
    public static long BitOf(Permission permission) => 1L << (int)permission;

    public static bool IsImport(BulkJobKind kind) => kind >= BulkJobKind.CreateRecords;

    /// <summary>The list that an export reads, and the type of its rows.</summary>
    public static (string List, Type Entity) ListOf(BulkJobKind kind) => kind switch
    {
        BulkJobKind.ExportRecords => ("records", typeof(BibliographicRecord)),
        BulkJobKind.ExportItems => ("items", typeof(Item)),
        BulkJobKind.ExportPatrons => ("patrons", typeof(Patron)),
        BulkJobKind.ExportLoans => ("loans", typeof(Loan)),
        BulkJobKind.ExportEResources => ("eResources", typeof(EResource)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The mutation that each line of an import is given to, and what its result tells.</summary>
    public static (string Mutation, string Tells) MutationOf(BulkJobKind kind) => kind switch
    {
        BulkJobKind.CreateRecords => ("createRecord", "record { id }"),
        BulkJobKind.AddItems => ("addItems", "registrationNumbers item { id }"),
        BulkJobKind.EditItems => ("editItem", "item { id version }"),
        BulkJobKind.CreatePatrons => ("createPatron", "patron { id }"),
        BulkJobKind.UpdatePatrons => ("updatePatron", "patron { id version }"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
