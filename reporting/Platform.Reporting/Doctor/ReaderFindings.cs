using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Doctor;

/// <summary>What is wrong with facts about readers: one class without a grade spoils every loan of its pupils, and is one cause.</summary>
internal static class ReaderFindings
{
    private const int Examples = 5;

    public static async Task<IReadOnlyList<ReportFinding>> OfAsync(FactQuery query, bool countsVisits, CancellationToken cancellationToken)
    {
        var findings = new List<ReportFinding>();
        var loans = await query.Db.Loans.AsNoTracking()
            .Where(l => l.LibraryId == query.LibraryId && l.LentOn >= query.Period.FirstOn && l.LentOn <= query.Period.LastOn
                && l.PatronCategory == PatronCategory.Pupil && l.Grade == null && l.Patron != null)
            .GroupBy(l => new { l.PatronId, l.Patron!.ClassName })
            .Select(g => new { g.Key.PatronId, g.Key.ClassName, Loans = g.Count() })
            .ToListAsync(cancellationToken);
        foreach (var of in loans.GroupBy(l => l.ClassName).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (pupils, count) = (of.Count(), of.Sum(l => l.Loans));
            long[] examples = [.. of.OrderByDescending(l => l.Loans).Take(Examples).Select(l => l.PatronId!.Value)]; // loans with a borrower were asked for
            findings.Add(of.Key is { } name
                ? new(ReportCause.ClassWithoutGrade, false, $"Lớp {name} chưa ghi khối: {count} lượt mượn của {pupils} học sinh không xếp được vào khối nào.", $"Class {name} has no grade: {count} loans of {pupils} pupils stand under no grade.",
                    $"Ghi khối cho lớp {name}.", count, nameof(Patron), examples)
                : new(ReportCause.PupilsWithoutClass, false, $"{pupils} học sinh chưa ghi lớp và khối: {count} lượt mượn không xếp được vào khối nào.", $"{pupils} pupils have no class and no grade: {count} loans stand under no grade.",
                    "Xếp lớp cho các học sinh này.", count, nameof(Patron), examples));
        }
        if (countsVisits && !await query.Db.Visits.AnyAsync(v => v.LibraryId == query.LibraryId && v.VisitedOn >= query.Period.FirstOn && v.VisitedOn <= query.Period.LastOn, cancellationToken))
            findings.Add(new(ReportCause.NoVisits, false, "Nhật ký thư viện không có lượt đến nào trong kỳ.", "The diary has no visits in the period.", "Ghi nhật ký lượt bạn đọc theo ngày.", 1, null, []));
        return findings;
    }

    public static async Task<IReadOnlyList<ReportFinding>> OfActivitiesAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var silent = await query.Db.Activities.AsNoTracking()
            .Where(a => a.LibraryId == query.LibraryId && a.HeldOn >= query.Period.FirstOn && a.HeldOn <= query.Period.LastOn && a.Participants == null)
            .OrderBy(a => a.HeldOn).ThenBy(a => a.Id)
            .Select(a => a.Id)
            .ToListAsync(cancellationToken);
        return silent.Count is 0 ? [] :
        [
            new(ReportCause.ActivitiesWithoutParticipants, false, $"{silent.Count} hoạt động chưa ghi số người tham gia, được tính là 0.", $"{silent.Count} activities have no number of participants and count as 0.",
                "Ghi số người tham gia từng hoạt động.", silent.Count, nameof(LibraryActivity), [.. silent.Take(Examples)]),
        ];
    }
}
