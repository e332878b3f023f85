namespace Platform.Reporting.Metrics;

/// <summary>A property by which facts are told apart; a cell is a metric with values of some dimensions.</summary>
public enum Dimension : byte
{
    /// <summary>Type of the copy: textbook, teachers' book and so on (loại).</summary>
    ItemType = 1,

    /// <summary>Where the money came from (nguồn kinh phí).</summary>
    Funding = 2,

    /// <summary>Who read or borrowed: pupil, teacher, staff, other (đối tượng).</summary>
    Reader = 3,

    /// <summary>Grade of the pupil, 1 to 12 (khối).</summary>
    Grade = 4,

    /// <summary>Taken home or read in the library (hình thức).</summary>
    Use = 5,

    /// <summary>Family of the activity (TT 16/2022).</summary>
    Activity = 6,

    /// <summary>Why the copy left the stock (lý do).</summary>
    ItemStatus = 7,

    /// <summary>Hundreds of the Dewey number: 1 for 000 to 10 for 900; absent without a number (môn loại).</summary>
    Subject = 8,

    /// <summary>Language of the publication: Vietnamese, other (ngôn ngữ).</summary>
    Language = 9,

    /// <summary>Whether a copy was given to another library or got from one (chiều).</summary>
    Direction = 10,

    /// <summary>Whether an e-resource counts as học liệu điện tử (TT 16/2022 Đ.2).</summary>
    Counted = 11,

    /// <summary>Month of the calendar, 1 to 12 (tháng).</summary>
    Month = 12,

    /// <summary>Kind of an asset: furniture, equipment, computer (loại tài sản).</summary>
    Asset = 13,

    /// <summary>Read online or downloaded (hình thức truy cập).</summary>
    Access = 14,
}
