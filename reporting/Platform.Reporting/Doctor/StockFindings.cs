using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Reporting.Metrics;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Doctor;

/// <summary>What is wrong with facts about copies, grouped by the entry or the publication that has to be repaired.</summary>
internal static class StockFindings
{
    private const int Examples = 5;

    public static async Task<IReadOnlyList<ReportFinding>> OfAsync(FactQuery query, bool countsSubjects, CancellationToken cancellationToken)
    {
        var copies = query.Db.Items.AsNoTracking().Where(i => i.LibraryId == query.LibraryId && i.AcquiredOn <= query.Period.LastOn);
        var findings = new List<ReportFinding>();
        findings.AddRange(await WithoutPriceAsync(copies.Where(i => i.AcquiredOn >= query.Period.FirstOn), cancellationToken));
        findings.AddRange(await WithoutReasonAsync(copies.Where(i => i.WithdrawnOn >= query.Period.FirstOn && i.WithdrawnOn <= query.Period.LastOn), cancellationToken));
        if (countsSubjects)
            findings.AddRange(await WithoutSubjectAsync(copies.Where(i => i.WithdrawnOn == null || i.WithdrawnOn > query.Period.LastOn), cancellationToken));
        return findings;
    }

    // One voucher that was entered without prices is one cause, however many copies it brought. What was given has no price by nature.
    private static async Task<IEnumerable<ReportFinding>> WithoutPriceAsync(IQueryable<Item> copies, CancellationToken cancellationToken)
    {
        var rows = await copies.Where(i => i.Price == null && (i.Funding == FundingSource.Budget || i.Funding == FundingSource.OtherFunds))
            .OrderBy(i => i.AcquiredOn).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.AcquiredOn, i.Funding })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(i => (i.AcquiredOn, i.Funding)).Select(entry => new ReportFinding(
            ReportCause.CopiesWithoutPrice, false,
            $"Đợt vào sổ ngày {VietnameseFormat.Day(entry.Key.AcquiredOn)} ({Wordings.Funding((byte)entry.Key.Funding)}): {entry.Count()} bản chưa ghi giá, được tính là 0 đồng.",
            $"The entry of {entry.Key.AcquiredOn:yyyy-MM-dd}: {entry.Count()} copies have no price and count as 0 đồng.",
            "Ghi giá tiền theo chứng từ của đợt nhập.", entry.Count(), nameof(Item), [.. entry.Take(Examples).Select(i => i.Id)]));
    }

    private static async Task<IEnumerable<ReportFinding>> WithoutReasonAsync(IQueryable<Item> copies, CancellationToken cancellationToken)
    {
        var ids = await copies.Where(i => i.Status == ItemStatus.InStock || i.Status == ItemStatus.ReferenceOnly).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        return ids.Count is 0 ? [] :
        [
            new ReportFinding(
                ReportCause.WithdrawalsWithoutReason, false, $"{ids.Count} bản đã xuất khỏi kho nhưng chưa ghi lý do.", $"{ids.Count} copies left the stock without a reason.",
                "Ghi lý do xuất: mất, hư hỏng hoặc thanh lọc.", ids.Count, nameof(Item), [.. ids.Take(Examples)]),
        ];
    }

    private static async Task<IEnumerable<ReportFinding>> WithoutSubjectAsync(IQueryable<Item> copies, CancellationToken cancellationToken)
    {
        var records = await copies.Where(i => i.Record.Ddc == null || i.Record.Ddc == "")
            .GroupBy(i => i.RecordId)
            .Select(g => new { RecordId = g.Key, Copies = g.Count() })
            .OrderByDescending(r => r.Copies).ThenBy(r => r.RecordId)
            .ToListAsync(cancellationToken);
        return records.Count is 0 ? [] :
        [
            new ReportFinding(
                ReportCause.RecordsWithoutSubject, false, $"{records.Count} tên sách chưa có ký hiệu phân loại DDC: {records.Sum(r => r.Copies)} bản không xếp được vào môn loại.",
                $"{records.Count} publications have no Dewey number: {records.Sum(r => r.Copies)} copies stand under no subject.",
                "Phân loại các tên sách này.", records.Sum(r => r.Copies), nameof(BibliographicRecord), [.. records.Take(Examples).Select(r => r.RecordId)]),
        ];
    }
}
