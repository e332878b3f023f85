namespace Platform.Model.Repository;

/// <summary>
/// One lawful copy of a work under copyright, as a seat for one reader at a time. There are as many rows as copies held, so no more leases
/// than copies can exist, whoever writes them (Luật SHTT Đ.25).
/// </summary>
public sealed class ReadingSeat
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The resource.</summary>
    public required long ResourceId { get; init; }

    /// <summary>Number of the copy, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who reads, as a code that does not lead back to a person; null when never taken or given back.</summary>
    public string? Reader { get; set; }

    /// <summary>The lease; null when never taken or given back.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When the seat is free again.</summary>
    public required DateTimeOffset FreeAt { get; set; }

    /// <summary>The resource.</summary>
    public EResource Resource { get; init; } = null!;
}

/// <summary>A reader's turn at a work under copyright.</summary>
/// <param name="LeaseId">The lease, to renew it or give it back.</param>
/// <param name="EndsAt">When it ends unless renewed.</param>
public sealed record ReadingLease(Guid LeaseId, DateTimeOffset EndsAt);

/// <summary>
/// One use of an e-resource: counted once for each person and session, without the person (lượt truy cập, TCVN 12843). A session is what one
/// person does with one resource on one school day, read online and downloaded apart: sign-ins, devices and ranges within it count no more.
/// </summary>
public sealed class EResourceUse : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The resource.</summary>
    public required long ResourceId { get; init; }

    /// <summary>The reader's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public required long OwnerId { get; init; }

    /// <summary>Read online or downloaded.</summary>
    public required UseKind Kind { get; init; }

    /// <summary>The school day.</summary>
    public required DateOnly UsedOn { get; init; }

    /// <summary>A code of person and session that leads back to neither; it only keeps a second count out.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The resource.</summary>
    public EResource Resource { get; init; } = null!;
}

/// <summary>How an e-resource was used.</summary>
public enum UseKind : byte
{
    /// <summary>Read or watched online.</summary>
    Read = 1,

    /// <summary>Downloaded.</summary>
    Download = 2,
}

/// <summary>That a library has paid for an e-resource of level <see cref="SharingLevel.Paid"/>; recorded by the library that offers it.</summary>
public sealed class PaidAccess : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The resource.</summary>
    public required long ResourceId { get; init; }

    /// <summary>The library that offers the resource and was paid.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that paid.</summary>
    public required long PayerId { get; init; }

    /// <summary>What was paid, in whole đồng.</summary>
    public required long Amount { get; init; }

    /// <summary>First day of access.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of access; null for good.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>The resource.</summary>
    public EResource Resource { get; init; } = null!;
}
