using System.Security.Cryptography;
using System.Text;
using Platform.Model.Libraries;

namespace Platform.Reporting.Delivery;

/// <summary>A finished report, or a batch for the sector database, that is to be entered in the delivery ledger.</summary>
/// <param name="Library">The library that sends; for a group's report its hub.</param>
/// <param name="DefinitionCode">Code of the report definition or exchange object, without colons.</param>
/// <param name="DefinitionVersion">Version of the definition.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">1 for the first, then one more for each correction.</param>
/// <param name="Title">What it is, in words for a person.</param>
/// <param name="Files">The files, at least one, in the order in which they are sent.</param>
public sealed record OutgoingReport(
    Library Library,
    string DefinitionCode,
    int DefinitionVersion,
    string Period,
    int Edition,
    string Title,
    IReadOnlyList<OutgoingFile> Files)
{
    /// <summary>SHA-256 over names, media types and hashes of the files, in order: equal for equal content only.</summary>
    public string ContentHash()
    {
        var lines = Files.Select(file => $"{file.Name}\n{file.MediaType}\n{file.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}

/// <summary>One file to send.</summary>
public sealed record OutgoingFile
{
    /// <param name="name">Name of the file, without folders or control characters.</param>
    /// <param name="mediaType">Media type, for example <c>application/pdf</c>.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ArgumentException">The name could leave the folder it is written to.</exception>
    public OutgoingFile(string name, string mediaType, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name is "." or ".." || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c)))
            throw new ArgumentException($"'{name}' is not the name of a file.", nameof(name));
        (Name, MediaType, Bytes) = (name, mediaType, bytes);
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>Name of the file, without folders.</summary>
    public string Name { get; }

    /// <summary>Media type.</summary>
    public string MediaType { get; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>SHA-256 of the bytes, hexadecimal, lower case.</summary>
    public string Hash { get; }
}
