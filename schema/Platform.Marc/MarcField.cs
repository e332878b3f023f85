namespace Platform.Marc;

/// <summary>A field of a record: a <see cref="ControlField"/> or a <see cref="DataField"/>. Immutable, equal by content.</summary>
public abstract class MarcField : IEquatable<MarcField>
{
    private protected MarcField(string tag) => Tag = tag;

    /// <summary>Three characters, normally digits: <c>245</c>.</summary>
    public string Tag { get; }

    /// <inheritdoc/>
    public abstract bool Equals(MarcField? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is MarcField other && Equals(other);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    private protected static string Checked(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Length == 3 && tag.All(char.IsAsciiLetterOrDigit)
            ? tag
            : throw new ArgumentException($"A tag is three letters or digits, not '{tag}'.", nameof(tag));
    }
}
