using System.Globalization;

namespace Platform.Model.Catalogue.Import;

/// <summary>Why an import is not taken back.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
public sealed record ImportObstacle(ImportObstacleCode Code, string Vietnamese, string English)
{
    /// <summary>There is none with this number.</summary>
    public static ImportObstacle NoSuch(long batchId) =>
        new(ImportObstacleCode.NoSuchImport, Text($"Không có lượt nhập {batchId}."), Text($"There is no import {batchId}."));

    /// <summary>Nothing of it is in the catalogue.</summary>
    public static ImportObstacle OfState(ImportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.State is ImportState.Undone
            ? new(ImportObstacleCode.UndoneAlready, Text($"Lượt nhập {batch.Id} đã được hoàn tác."), Text($"Import {batch.Id} is undone already."))
            : new(ImportObstacleCode.NotApplied, Text($"Lượt nhập {batch.Id} chưa được áp dụng."), Text($"Import {batch.Id} is not applied: there is nothing to undo."));
    }

    /// <summary>Somebody has built on it.</summary>
    /// <param name="batchId">The import.</param>
    /// <param name="code">How.</param>
    /// <param name="count">How often.</param>
    public static ImportObstacle Of(long batchId, ImportObstacleCode code, int count)
    {
        var (vietnamese, english) = code switch
        {
            ImportObstacleCode.CopiesLent => ("lượt mượn là của các bản do lượt nhập này tạo ra", "loans are of copies that it entered"),
            ImportObstacleCode.AddedRecordsChanged => ("biểu ghi do lượt nhập này thêm đã được sửa sau đó", "records that it added were changed since"),
            ImportObstacleCode.RecordsHaveOtherCopies => ("biểu ghi do lượt nhập này thêm có các bản từ nơi khác", "records that it added have copies from elsewhere"),
            _ => ("biểu ghi do lượt nhập này sửa đã được sửa lại sau đó", "records that it changed were changed again since"),
        };
        return new(code, Text($"Không thể hoàn tác lượt nhập {batchId}: {count} {vietnamese}."), Text($"Import {batchId} cannot be undone: {count} {english}."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What stands against taking an import back.</summary>
public enum ImportObstacleCode : byte
{
    /// <summary>There is no such import.</summary>
    NoSuchImport = 1,

    /// <summary>It is taken back already.</summary>
    UndoneAlready = 2,

    /// <summary>Nothing of it is in the catalogue.</summary>
    NotApplied = 3,

    /// <summary>Copies that it entered have been lent.</summary>
    CopiesLent = 4,

    /// <summary>Records that it added were changed since.</summary>
    AddedRecordsChanged = 5,

    /// <summary>Records that it added, or that are there again by it, have copies from elsewhere.</summary>
    RecordsHaveOtherCopies = 6,

    /// <summary>Records that it changed were changed again since.</summary>
    ChangedRecordsReworked = 7,
}
