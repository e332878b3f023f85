using Platform.Marc;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Model.Catalogue.Control;

/// <summary>A publication that a member contributes to the union catalogue of its group, at a sharing level (NĐ 93/2020 Đ.26, Đ.28).</summary>
public sealed class UnionContribution : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The member.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The record of the publication.</summary>
    public required long RecordId { get; init; }

    /// <summary>What readers of other members may do: search and see the data only, or more.</summary>
    public required SharingLevel Level { get; set; }

    /// <summary>Day of the contribution.</summary>
    public required DateOnly ContributedOn { get; init; }

    /// <summary>Day on which the member withdrew it; null while it is shared. A record whose every contribution is withdrawn is no longer told to other catalogues.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>The member.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The record.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a record of the union catalogue has at least (NĐ 93/2020 Đ.28.2.b).</summary>
public enum UnionElement : byte
{
    /// <summary>Title (nhan đề): 245 $a.</summary>
    Title = 1,

    /// <summary>Author (tên tác giả): 1XX, 7XX or 245 $c; serials have none.</summary>
    Author = 2,

    /// <summary>Publication (thông tin xuất bản): 260 or 264.</summary>
    Publication = 3,

    /// <summary>Keyword (từ khóa): 653.</summary>
    Keyword = 4,

    /// <summary>Subject (chủ đề): 600 to 651 or 655.</summary>
    Subject = 5,

    /// <summary>Registration number (số đăng ký cá biệt): a copy of the member.</summary>
    RegistrationNumber = 6,

    /// <summary>Call number (mã xếp giá): of a copy, or 090.</summary>
    CallNumber = 7,
}

/// <summary>The minimum of Đ.28, checked.</summary>
public static class UnionMinimum
{
    private static readonly string[] Authors = ["100", "110", "111", "700", "710", "711"];
    private static readonly string[] Subjects = ["600", "610", "611", "630", "648", "650", "651", "655"];

    /// <summary>What the record and the member's copies lack; empty when they may be contributed.</summary>
    public static IReadOnlyList<UnionElement> Missing(MarcRecord record, IReadOnlyList<Item> copies)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(copies);
        var held = copies.Where(i => i.Status is not ItemStatus.Withdrawn).ToList();
        (UnionElement Element, bool Has)[] elements =
        [
            (UnionElement.Title, !string.IsNullOrWhiteSpace(record.Data("245")?['a'])),
            (UnionElement.Author, record.Leader.BibliographicLevel == 's' || Authors.Any(record.Has) || record.Data("245")?['c'] is not null),
            (UnionElement.Publication, record.DataFields("260").Concat(record.DataFields("264")).Any(f => f.Values("bc").Any())),
            (UnionElement.Keyword, record.Has("653")),
            (UnionElement.Subject, Subjects.Any(record.Has)),
            (UnionElement.RegistrationNumber, held.Count > 0),
            (UnionElement.CallNumber, held.Any(i => i.CallNumber is not null) || record.Has("090")),
        ];
        return [.. elements.Where(e => !e.Has).Select(e => e.Element)];
    }
}
