using System.Globalization;
using Platform.Marc;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Field 005: when the record was last worked on.</summary>
internal static class Stamp
{
    /// <summary>The record with 005 of this instant (MARC 21: yyyymmddhhmmss.f, UTC).</summary>
    public static MarcRecord Of(MarcRecord record, DateTimeOffset at) =>
        record.WithoutFields("005").WithField(new ControlField("005", at.UtcDateTime.ToString("yyyyMMddHHmmss.f", CultureInfo.InvariantCulture)));
}
