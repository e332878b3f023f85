using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.Catalogue.Interchange;
using Platform.Api.Repository;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;
using Platform.Model.Repository;
using Platform.Storage.Catalogue.Harvesting;

namespace Platform.Api.Catalogue.Oai;

/// <summary>The records of the union catalogue as OAI-PMH tells them: one by one, or in lists that go on with a token.</summary>
internal sealed class OaiRecords(LibraryDb db, HarvestList changes, EResourceRecords resources, IOptions<OaiOptions> options)
{
    private const string Namespace = OaiAnswer.Namespace;

    // Stands before the number of an e-resource in identifiers; a record's number stands alone.
    private const char ResourceMark = 'e';

    private string IdentifierStart => $"oai:{options.Value.Domain}:";

    /// <summary>The record with the identifier, told to exist or deleted; null when there never was one.</summary>
    public async Task<ChangeFeedEntry?> FindAsync(string? identifier, CancellationToken cancellationToken)
    {
        var isOurs = identifier is not null && identifier.StartsWith(IdentifierStart, StringComparison.Ordinal);
        if (!isOurs)
            return null;
        var local = identifier.AsSpan(IdentifierStart.Length);
        var isResource = local is [ResourceMark, ..];
        return long.TryParse(isResource ? local[1..] : local, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await changes.OfAsync(isResource ? nameof(EResource) : nameof(BibliographicRecord), id, cancellationToken)
            : null;
    }

    /// <summary>Verb <c>GetRecord</c>.</summary>
    public async Task<OaiAnswer> GetAsync(OaiArguments arguments, CancellationToken cancellationToken)
    {
        if (await FindAsync(arguments["identifier"], cancellationToken) is not { } change)
            return OaiAnswer.Refused("idDoesNotExist", $"There is no record '{arguments["identifier"]}'.");
        if (OaiFormat.Of(arguments["metadataPrefix"]) is not { } format)
            return NoFormat(arguments["metadataPrefix"]);
        var page = await LoadAsync([change], format, cancellationToken);
        return OaiAnswer.Of(xml => WriteRecord(xml, change, page, format));
    }

    /// <summary>Verbs <c>ListRecords</c> and <c>ListIdentifiers</c>.</summary>
    public async Task<OaiAnswer> ListAsync(OaiArguments arguments, CancellationToken cancellationToken)
    {
        var given = arguments["resumptionToken"];
        var list = given is null
            ? new ResumptionToken(arguments["metadataPrefix"]!, arguments["set"], arguments["from"], arguments["until"], 0, 0) // required without a token
            : ResumptionToken.Parse(given);
        if (list is null)
            return BadToken(given!); // only a given token can be none
        if (OaiFormat.Of(list.Prefix) is not { } format)
            return given is null ? NoFormat(list.Prefix) : BadToken(given);
        if (FaultOf(list) is { } fault)
            return given is null ? OaiAnswer.Refused("badArgument", fault) : BadToken(given);
        long? library = null;
        if (list.Set is { } set && (library = await OaiSets.LibraryOfAsync(db, set, cancellationToken)) is null)
            return given is null ? NoMatch : BadToken(given);
        var window = new HarvestWindow(library, list.From is null ? null : OaiDate.Read(list.From)?.From, list.Until is null ? null : OaiDate.Read(list.Until)?.Before);
        var found = await changes.ReadAfterAsync(window, list.After, options.Value.PageSize + 1, cancellationToken);
        if (found.Count == 0)
            return NoMatch;
        return await PageAsync(list, found, arguments.Verb is "ListRecords" ? format : null, cancellationToken);
    }

    private static OaiAnswer NoMatch { get; } = OaiAnswer.Refused("noRecordsMatch", "No record was changed in this time and belongs to this set.");

    private static OaiAnswer NoFormat(string? prefix) => OaiAnswer.Refused("cannotDisseminateFormat", $"'{prefix}' is no format of this repository.");

    private static OaiAnswer BadToken(string token) => OaiAnswer.Refused("badResumptionToken", $"'{token}' is no token of this repository.");

    private static string? FaultOf(ResumptionToken list)
    {
        var (from, until) = (list.From is null ? null : OaiDate.Read(list.From), list.Until is null ? null : OaiDate.Read(list.Until));
        if (list.From is not null && from is null)
            return $"'from' must be a day or a second in UTC, was '{list.From}'.";
        if (list.Until is not null && until is null)
            return $"'until' must be a day or a second in UTC, was '{list.Until}'.";
        if (list.From is null || list.Until is null)
            return null;
        if (list.From.Length != list.Until.Length)
            return "'from' and 'until' must both be days or both be seconds.";
        return from?.From > until?.From ? "'from' must not be after 'until'." : null;
    }

    private async Task<OaiAnswer> PageAsync(ResumptionToken list, IReadOnlyList<ChangeFeedEntry> found, OaiFormat? format, CancellationToken cancellationToken)
    {
        var told = found.Take(options.Value.PageSize).ToList();
        var page = await LoadAsync(told, format, cancellationToken);
        var next = found.Count > told.Count ? list with { After = told[^1].Sequence, Told = list.Told + told.Count } : null;
        return OaiAnswer.Of(xml =>
        {
            foreach (var change in told)
                if (format is null)
                    WriteHeader(xml, change, page);
                else
                    WriteRecord(xml, change, page, format);
            if (next is not null || list.Told > 0)
                WriteToken(xml, list, next);
        });
    }

    private static void WriteToken(XmlWriter xml, ResumptionToken list, ResumptionToken? next)
    {
        xml.WriteStartElement("resumptionToken", Namespace);
        xml.WriteAttributeString("cursor", list.Told.ToString(CultureInfo.InvariantCulture));
        xml.WriteString(next?.ToString());
        xml.WriteEndElement();
    }

    private void WriteRecord(XmlWriter xml, ChangeFeedEntry change, OaiPage page, OaiFormat format)
    {
        xml.WriteStartElement("record", Namespace);
        WriteHeader(xml, change, page);
        if (page.Records.TryGetValue((change.Entity, change.EntityId), out var marc) && marc is not null)
        {
            xml.WriteStartElement("metadata", Namespace);
            format.Write(xml, marc);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteHeader(XmlWriter xml, ChangeFeedEntry change, OaiPage page)
    {
        xml.WriteStartElement("header", Namespace);
        if (!page.Records.ContainsKey((change.Entity, change.EntityId)))
            xml.WriteAttributeString("status", "deleted");
        xml.WriteElementString("identifier", Namespace, IdentifierStart + (change.Entity is nameof(EResource) ? ResourceMark : null) + change.EntityId.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("datestamp", Namespace, OaiDate.Text(change.At));
        if (change.LibraryId is { } library && page.Sets.TryGetValue(library, out var set))
            xml.WriteElementString("setSpec", Namespace, set);
        xml.WriteEndElement();
    }

    // Whatever the caller does not see is told as deleted: a record taken out of sight must go from the harvester's copy too.
    private async Task<OaiPage> LoadAsync(List<ChangeFeedEntry> told, OaiFormat? format, CancellationToken cancellationToken)
    {
        var records = new Dictionary<(string Entity, long Id), MarcRecord?>();
        foreach (var (id, marc) in await MarcAsync(KeysOf(told, nameof(BibliographicRecord)), format, cancellationToken))
            records.Add((nameof(BibliographicRecord), id), marc);
        foreach (var (id, marc) in await resources.ReadAsync(db, KeysOf(told, nameof(EResource)), cancellationToken))
            records.Add((nameof(EResource), id), marc);
        var libraries = told.Select(change => change.LibraryId).OfType<long>().Distinct().ToList();
        var codes = await db.Libraries.AsNoTracking().Where(l => libraries.Contains(l.Id)).Select(l => new { l.Id, l.Code }).ToListAsync(cancellationToken);
        return new OaiPage(records, codes.ToDictionary(l => l.Id, l => OaiSets.SpecOf(l.Code)));
    }

    private static List<long> KeysOf(List<ChangeFeedEntry> told, string entity) =>
        [.. told.Where(change => change.Entity == entity && change.Kind is not ChangeKind.Deleted).Select(change => change.EntityId)];

    private async Task<Dictionary<long, MarcRecord?>> MarcAsync(List<long> ids, OaiFormat? format, CancellationToken cancellationToken) =>
        format is null
            ? await SharedRecords.Among(db).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToDictionaryAsync(id => id, _ => (MarcRecord?)null, cancellationToken)
            : await SharedRecords.ReadAsync(db, ids, cancellationToken);

    /// <summary>What a page needs beside the changes: the records that exist, with their content where it is told, and the sets of the libraries.</summary>
    private sealed record OaiPage(Dictionary<(string Entity, long Id), MarcRecord?> Records, Dictionary<long, string> Sets);
}
