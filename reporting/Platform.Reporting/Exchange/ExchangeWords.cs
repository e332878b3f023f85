using System.Globalization;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;
using Platform.Model.Repository;

namespace Platform.Reporting.Exchange;

/// <summary>Spellings of the exchange.</summary>
internal static class ExchangeWords
{
    /// <summary><c>sukien</c>.</summary>
    public static string Of(ExchangeEvent said) => said switch
    {
        ExchangeEvent.New => "NEW",
        ExchangeEvent.Update => "UPdate",
        ExchangeEvent.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(said), said, "Unknown event."),
    };

    /// <summary><c>thoigiancapnhat</c>: Vietnamese time, without a zone.</summary>
    public static string Of(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, SchoolTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>manhomcaphoc</c>; null for a school of several levels, for which the specification that was read has no code.</summary>
    public static string? Of(SchoolLevel level) => level switch
    {
        SchoolLevel.Preschool => "01",
        SchoolLevel.Primary => "02",
        SchoolLevel.LowerSecondary => "03",
        SchoolLevel.UpperSecondary => "04",
        SchoolLevel.MultiLevel => null,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
    };

    /// <summary>Kind of an e-resource, as the platform proposes to spell it.</summary>
    public static string Of(EResourceKind kind) => kind switch
    {
        EResourceKind.ELesson => "BAIGIANG",
        EResourceKind.LessonPlan => "GIAOAN",
        EResourceKind.EBook => "SACH",
        EResourceKind.Audio => "AMTHANH",
        EResourceKind.Video => "VIDEO",
        EResourceKind.Image => "HINHANH",
        EResourceKind.Other => "KHAC",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
