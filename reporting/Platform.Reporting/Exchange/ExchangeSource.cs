using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;
using Platform.Model.Repository;

namespace Platform.Reporting.Exchange;

/// <summary>Everything that a library can supply to the sector database, read with one statement for each kind of object. No personal data is among it.</summary>
internal static class ExchangeSource
{
    /// <summary>The objects of a library as they are now.</summary>
    public static async Task<IReadOnlyList<ExchangeObject>> ReadAsync(LibraryDb db, Library library, CancellationToken cancellationToken)
    {
        var facilities = await db.FacilityFacts.AsNoTracking()
            .Where(f => f.LibraryId == library.Id && f.Scale == BuildingScale.Grade)
            .ToListAsync(cancellationToken);
        var figures = await db.FormFigures.AsNoTracking().Where(f => f.LibraryId == library.Id).ToListAsync(cancellationToken);
        var resources = await db.EResources.AsNoTracking()
            .Where(r => r.LibraryId == library.Id && r.ContributedOn != null && r.WithdrawnOn == null)
            .ToListAsync(cancellationToken);
        return
        [
            SchoolOf(library),
            .. facilities.Select(fact => FacilityOf(library, fact)),
            .. figures.Select(figure => FigureOf(library, figure)),
            .. resources.Select(resource => ResourceOf(library, resource)),
        ];
    }

    private static ExchangeObject SchoolOf(Library library) => new("thongtindiemtruongchinh", library.Code, Present(
        ("matruong", library.Code),
        ("tentruong", library.Name),
        ("manhomcaphoc", ExchangeWords.Of(library.Level))));

    private static ExchangeObject FacilityOf(Library library, FacilityFact fact) => new(
        "cosovatchatphonghoc",
        Key(library, fact.Period, fact.Criterion),
        Present(
            ("matruong", library.Code),
            ("mabaocao", fact.Period),
            ("noidungtieuchi", fact.Criterion),
            ("soluongtrencap4", fact.UpperRooms),
            ("dientichtrencap4", fact.UpperArea),
            ("soluongcap4", fact.MiddleRooms),
            ("dientichcap4", fact.MiddleArea),
            ("soluongduoicap4", fact.LowerRooms),
            ("dientichduoicap4", fact.LowerArea),
            ("soluong", fact.Rooms),
            ("dientich", fact.Area)));

    private static ExchangeObject FigureOf(Library library, FormFigure figure) => new(
        "solieubieumau",
        Key(library, figure.Period, figure.Form, figure.Row, figure.Column),
        Present(
            ("matruong", library.Code),
            ("mabaocao", figure.Period),
            ("bieumau", figure.Form),
            ("madong", figure.Row),
            ("macot", figure.Column),
            ("giatri", figure.Value)));

    private static ExchangeObject ResourceOf(Library library, EResource resource)
    {
        var code = resource.Id.ToString(CultureInfo.InvariantCulture);
        return new ExchangeObject("hoclieudientu", Key(library, code), Present(
            ("matruong", library.Code),
            ("mahoclieu", code),
            ("tenhoclieu", resource.Title),
            ("loai", ExchangeWords.Of(resource.Kind)),
            ("monhoc", resource.Subject),
            ("khoitu", resource.GradeFrom),
            ("khoiden", resource.GradeTo),
            ("mucchiase", resource.Level.ToString()),
            ("giayphep", resource.Licence.ToString()),
            ("ngaydonggop", resource.ContributedOn),
            ("duoctinh", resource.CountsAsElearning)));
    }

    // A natural key of at most 150 characters: what is longer ends in the first digits of its hash.
    private static string Key(Library library, params string[] parts)
    {
        const int Longest = 150;
        var key = $"{library.Code}.{string.Join('.', parts)}";
        return key.Length <= Longest ? key : $"{key[..(Longest - 17)]}-{Delivery.Channels.DeliveryNames.HashOf(key)[..16]}";
    }

    private static List<ExchangeField> Present(params (string Name, object? Value)[] fields) =>
        [.. fields.Where(field => field.Value is not null and not "").Select(field => new ExchangeField(field.Name, field.Value!))]; // the absent ones are left out
}
