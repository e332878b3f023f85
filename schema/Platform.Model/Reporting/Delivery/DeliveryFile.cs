namespace Platform.Model.Reporting.Delivery;

/// <summary>One file of a delivery.</summary>
public sealed class DeliveryFile
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The delivery.</summary>
    public long DeliveryId { get; init; }

    /// <summary>Position among the files, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the file, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Media type, for example <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal, lower case: the address of the content.</summary>
    public required string Hash { get; init; }

    /// <summary>The bytes.</summary>
    public long ContentId { get; init; }

    /// <summary>The bytes.</summary>
    public DeliveryContent Content { get; init; } = null!;
}

/// <summary>Bytes that were or will be sent, kept once under their hash and never changed.</summary>
public sealed class DeliveryContent
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal, lower case.</summary>
    public required string Hash { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
