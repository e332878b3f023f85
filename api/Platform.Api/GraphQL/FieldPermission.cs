using GraphQL;
using GraphQL.Types;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>What a field of the schema needs of its caller. Every field carries one: the start fails for a field without.</summary>
internal static class FieldPermission
{
    private const string Key = "Platform:Permission";
    private const string Structure = "structure";

    /// <summary>The caller needs the permission; the SDL says so.</summary>
    public static FieldType Requires(this FieldType field, Permission permission)
    {
        var note = $"Requires: {permission.ToString().ToConstantCase()}.";
        // What everyone may read needs no note on every line.
        if (permission != Permission.ReadCatalogue && field.Description?.Contains(note, StringComparison.Ordinal) is not true)
            field.Description = $"{field.Description} {note}".Trim();
        field.Metadata[Key] = permission;
        return field;
    }

    /// <summary>The field is part of a structure (page, edge, payload): whoever may have the parent may have it.</summary>
    public static FieldType IsStructure(this FieldType field)
    {
        field.Metadata[Key] = Structure;
        return field;
    }

    public static bool IsDeclared(FieldType field) => field.Metadata.ContainsKey(Key);

    /// <summary>Whether the caller may have the field. A field without declaration is denied.</summary>
    public static bool Allows(FieldType field, Scope scope) => field.Metadata.GetValueOrDefault(Key) switch
    {
        Permission permission => scope.May(permission),
        Structure => true,
        _ => false,
    };

    public static Permission? Of(FieldType field) => field.Metadata.GetValueOrDefault(Key) as Permission?;
}
