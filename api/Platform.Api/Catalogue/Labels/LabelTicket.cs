using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Reporting.Labels;
using Platform.Storage.Repository;

namespace Platform.Api.Catalogue.Labels;

/// <summary>Which labels a link gives, and until when; the link itself holds all of it, signed.</summary>
internal sealed record LabelTicket(long LibraryId, LabelKind Kind, string Sheet, int Skip, string From, string To, DateTimeOffset ExpiresAt)
{
    private const char Between = '\n';
    private const string Purpose = "labels:";

    /// <summary>The ticket as text for a link.</summary>
    public string Sign(SignedLinks links)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{LibraryId}{Between}{(byte)Kind}{Between}{Sheet}{Between}{Skip}{Between}{From}{Between}{To}{Between}{ExpiresAt.ToUnixTimeSeconds()}");
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{links.CodeOf(Purpose + text)}";
    }

    /// <summary>The ticket of a link; null when it was not made here, was changed, or has expired.</summary>
    public static LabelTicket? Open(string link, SignedLinks links, DateTimeOffset now)
    {
        var halves = link.Split('.');
        if (halves.Length != 2 || !Base64Url.IsValid(halves[0]))
            return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(halves[0]));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(links.CodeOf(Purpose + text)), Encoding.UTF8.GetBytes(halves[1])))
            return null;
        var parts = text.Split(Between);
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(Number(parts[6]));
        return expiresAt > now ? new LabelTicket(Number(parts[0]), (LabelKind)Number(parts[1]), parts[2], (int)Number(parts[3]), parts[4], parts[5], expiresAt) : null;
    }

    private static long Number(string part) => long.Parse(part, CultureInfo.InvariantCulture);
}
