using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Platform.Model;

namespace Platform.Storage.Catalogue;

/// <summary>The copies of a library that labels are printed for: a stretch of its registers.</summary>
public static class LabelledItems
{
    /// <summary>Most labels of one file.</summary>
    public const int MostLabels = 2_000;

    /// <summary>Copies of the stock from one registration number to another, both included, by number; those beyond the most are left out.</summary>
    [SuppressMessage("Globalization", "CA1309", Justification = "The comparison is the database's: it translates this form only.")]
    public static async Task<IReadOnlyList<LabelledItem>> ReadAsync(LibraryDb db, long libraryId, string from, string to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Items.AsNoTracking()
            .Where(i => i.LibraryId == libraryId && i.WithdrawnOn == null && string.Compare(i.RegistrationNumber, from) >= 0 && string.Compare(i.RegistrationNumber, to) <= 0)
            .OrderBy(i => i.RegistrationNumber)
            .Take(MostLabels)
            .Select(i => new LabelledItem(i.Library.ShortName ?? i.Library.Name, i.CallNumber, i.RegistrationNumber))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>What is printed of a copy.</summary>
/// <param name="Library">The library's short name, or its name.</param>
/// <param name="CallNumber">The call number; null for none.</param>
/// <param name="RegistrationNumber">The registration number.</param>
public sealed record LabelledItem(string Library, string? CallNumber, string RegistrationNumber);
