using GraphQL;
using GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Costs;

/// <summary>Which budget pays for a field.</summary>
internal static class FieldPurpose
{
    private const string Key = "Platform:Purpose";

    private static readonly HashSet<Permission> OfReports = [Permission.ReadReports, Permission.EditReports, Permission.SubmitReports, Permission.ApproveReports];

    /// <summary>The field is paid from the budget of the purpose, whoever asks.</summary>
    public static FieldType IsFor(this FieldType field, Purpose purpose)
    {
        field.Metadata[Key] = purpose;
        field.Description = $"{field.Description} Budget: {purpose.ToString().ToConstantCase()}.";
        return field;
    }

    /// <summary>The purpose that the field decides; null where the caller decides.</summary>
    public static Purpose? Of(FieldType field) =>
        field.Metadata.GetValueOrDefault(Key) as Purpose?
        ?? (FieldPermission.Of(field) is { } permission && OfReports.Contains(permission) ? Purpose.Reports : null);

    /// <summary>The purpose of an operation whose fields decide none.</summary>
    public static Purpose Of(Scope scope) => scope.May(Permission.Circulate) || scope.May(Permission.EditCatalogue) ? Purpose.Desk : Purpose.Portal;
}
