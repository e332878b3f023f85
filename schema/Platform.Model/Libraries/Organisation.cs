namespace Platform.Model.Libraries;

/// <summary>A managing body of schools: the Ministry, a provincial department of education (Sở), a commune's people's committee.</summary>
public sealed class Organisation : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The body's code, unique; where it has one, its electronic identification code of QĐ 20/2020/QĐ-TTg.</summary>
    public required string Code { get; set; }

    /// <summary>The name as it stands at the head of documents.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of body it is.</summary>
    public required OrganisationKind Kind { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Kind of a managing body. The district tier ended on 2025-07-01; old years may still name one.</summary>
public enum OrganisationKind : byte
{
    /// <summary>The Ministry of Education and Training.</summary>
    Ministry = 1,

    /// <summary>A provincial department of education and training (Sở GD&amp;ĐT).</summary>
    Department = 2,

    /// <summary>A commune's or ward's people's committee (UBND xã, phường).</summary>
    Commune = 3,

    /// <summary>A district's education office (Phòng GD&amp;ĐT), until 2025-06-30.</summary>
    District = 4,
}

/// <summary>Which body managed a school in which days: dated, because reporting lines change and old reports keep theirs.</summary>
public sealed class LibraryParent
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The managing body.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>First day of the relation.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of the relation; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The school's library.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The managing body.</summary>
    public Organisation Organisation { get; init; } = null!;
}

/// <summary>Which body stood above another in which days (commune to Sở, Sở to Ministry).</summary>
public sealed class OrganisationParent
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The lower body.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The body above it.</summary>
    public required long ParentId { get; init; }

    /// <summary>First day of the relation.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of the relation; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }
}
