using System.Text.Json;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Marc;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Catalogue.Editing;

/// <summary>A cataloguer of a library, speaking to the API.</summary>
internal sealed class Cataloguer(PlatformApi api, Library library)
{
    public Library Library { get; } = library;

    public string LibraryId => GlobalId.Of("Library", Library.Id);

    public static async Task<Cataloguer> AtAsync(PlatformApi api, Role role = Role.Librarian)
    {
        var library = await api.Database.HasAsync(A.Library());
        api.Scope = RepositoryApi.At(role, library);
        return new Cataloguer(api, library);
    }

    /// <summary>A field as GraphQL writes it: <c>Field("245", "10", "aMắt biếc", "cNguyễn Nhật Ánh")</c>.</summary>
    public static string Field(string tag, string indicators, params string[] parts) =>
        $"{{ tag: \"{tag}\", indicators: \"{indicators}\", subfields: [{string.Join(", ", parts.Select(p => $"{{ code: \"{p[0]}\", value: {JsonSerializer.Serialize(p[1..])} }}"))}] }}";

    public Task<JsonElement> CreateAsync(string fields, string more = "") => api.MutateAsync(
        "createRecord", $"libraryId: \"{LibraryId}\", fields: [{fields}]{more}", "record { id version title author marc { leader text } } problems { rule severity path }");

    /// <summary>A saved record of these fields, beside the API.</summary>
    public async Task<BibliographicRecord> HasAsync(Action<MarcRecordBuilder> describe)
    {
        var marc = new MarcRecordBuilder();
        describe(marc);
        return await api.Database.HasAsync(CatalogueMapping.NewRecord(marc.Build(), Library.Id, A.Noon));
    }

    public Task<JsonElement> EditAsync(BibliographicRecord record, int version, string changes) => api.MutateAsync(
        "editRecord", $"recordId: \"{IdOf(record)}\", version: {version}, changes: [{changes}]", "record { version title author marc { text } } problems { rule }");

    public static string IdOf(BibliographicRecord record) => GlobalId.Of("BibliographicRecord", record.Id);
}
