using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;

namespace Platform.Api.Circulation;

/// <summary>Why a stock-taking takes no scan and cannot be closed: it is closed already, or there is none.</summary>
internal static class StockTakingFault
{
    public static async Task<MutationError> OfAsync(LibraryDb db, long libraryId, long id, CancellationToken cancellationToken)
    {
        var closed = await db.StockTakings.Where(s => s.Id == id && s.LibraryId == libraryId).Select(s => new { s.Name, s.ClosedAt }).FirstOrDefaultAsync(cancellationToken);
        if (closed?.ClosedAt is not { } at)
            return NotFound.At("stockTakingId");
        var day = SchoolTime.DayOf(at);
        return new InvalidInput("stockTakingId", $"Đợt kiểm kê '{closed.Name}' đã kết thúc ngày {day:dd/MM/yyyy}.", $"The stock-taking '{closed.Name}' was closed on {day:yyyy-MM-dd}.");
    }
}
