using System.Globalization;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Snapshots;

/// <summary>Fills the head and foot of a form with the library's names and the period.</summary>
internal static class Letterheads
{
    public static Letterhead Of(DocumentForm form, ReportSubject subject, ReportPeriod period) => new()
    {
        Parent = subject.Parent?.ToUpperInvariant(),
        Issuer = subject.Library.Name.ToUpperInvariant(),
        NumberEnding = form.Abbreviation is { } kind ? string.Join('-', new[] { kind, subject.Library.DocumentSuffix }.OfType<string>()) : null,
        Place = subject.Library.Place,
        Year = period.LastOn.AddDays(1).Year,
        Title = Fill(form.Title, subject, period),
        Subject = Fill(form.Subject, subject, period),
        Grounds = [.. form.Grounds.Select(ground => Fill(ground, subject, period))],
        Landscape = form.Landscape,
        VerifyAt = subject.VerifyAt,
        Signatures = [.. form.Signatures.Select(s => new SignatureBlock(s.Title, NameOf(s.Signer, subject)))],
        Recipients = [.. form.Recipients.Where(r => subject.Parent is not null || r != "{parent}").Select(r => Fill(r, subject, period))],
    };

    public static string Fill(string text, ReportSubject subject, ReportPeriod period)
    {
        var start = ReportPeriod.StartYearOf(period.FirstOn);
        return text
            .Replace("{parent}", subject.Parent ?? "", StringComparison.Ordinal)
            .Replace("{school}", subject.Library.Name, StringComparison.Ordinal)
            .Replace("{month}", period.LastOn.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", period.LastOn.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{schoolYear}", string.Create(CultureInfo.InvariantCulture, $"{start} - {start + 1}"), StringComparison.Ordinal)
            .Replace("{from}", VietnameseFormat.Day(period.FirstOn), StringComparison.Ordinal)
            .Replace("{until}", VietnameseFormat.Day(period.LastOn), StringComparison.Ordinal);
    }

    private static string? NameOf(Signer signer, ReportSubject subject) => signer switch
    {
        Signer.Principal => subject.Library.Principal,
        Signer.Librarian => subject.Library.Librarian,
        Signer.ByHand => null,
        _ => throw new ArgumentOutOfRangeException(nameof(signer), signer, "Unknown signer."),
    };
}
