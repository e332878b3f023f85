using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Interchange;
using Platform.Model;

namespace Platform.Api.Catalogue.Oai;

/// <summary>Sets: one for each library, of the records that it catalogued. A record never changes its set.</summary>
internal static class OaiSets
{
    // Beside letters and digits a set's name may hold these.
    private const string Marks = "-_.!*'()";

    /// <summary>Verb <c>ListSets</c>: all sets at once.</summary>
    public static async Task<OaiAnswer> ListAsync(LibraryDb db, OaiArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments["resumptionToken"] is { } token)
            return OaiAnswer.Refused("badResumptionToken", $"'{token}' is no token of a list of sets.");
        var libraries = await db.Libraries.AsNoTracking().OrderBy(l => l.Code).Select(l => new { l.Code, l.Name }).ToListAsync(cancellationToken);
        return OaiAnswer.Of(xml =>
        {
            foreach (var library in libraries)
            {
                xml.WriteStartElement("set", OaiAnswer.Namespace);
                xml.WriteElementString("setSpec", OaiAnswer.Namespace, SpecOf(library.Code));
                xml.WriteElementString("setName", OaiAnswer.Namespace, RecordXml.Writable(library.Name));
                xml.WriteEndElement();
            }
        });
    }

    /// <summary>The name of a library's set: its code, what cannot stand in a set's name as <c>~</c> and four hexadecimal digits.</summary>
    public static string SpecOf(string code) => string.Concat(code.Select(character =>
        char.IsAsciiLetterOrDigit(character) || Marks.Contains(character, StringComparison.Ordinal)
            ? character.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"~{(int)character:X4}")));

    /// <summary>The library of a set; null when there is no such set.</summary>
    public static async Task<long?> LibraryOfAsync(LibraryDb db, string set, CancellationToken cancellationToken)
    {
        var libraries = await db.Libraries.AsNoTracking().Select(l => new { l.Id, l.Code }).ToListAsync(cancellationToken);
        return libraries.FirstOrDefault(l => SpecOf(l.Code) == set)?.Id;
    }
}
