using Platform.Marc.Content;

namespace Platform.Marc;

/// <summary>A field 001-009: text without indicators and subfields.</summary>
public sealed class ControlField : MarcField
{
    /// <summary>A control field of this tag and text.</summary>
    /// <exception cref="ArgumentException">The tag is not three letters or digits.</exception>
    public ControlField(string tag, string value) : base(Checked(tag)) =>
        Value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>A field as it was read: its tag may be anything.</summary>
    internal ControlField(FieldTag tag, string value) : base(tag.ToString()) => Value = value;

    /// <summary>The text, decoded. Positions of 006, 007 and 008 count from 0.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override bool Equals(MarcField? other) =>
        other is ControlField field && field.Tag == Tag && field.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tag, Value);

    /// <summary>As librarians write it: <c>=001  value</c>.</summary>
    public override string ToString() => $"={Tag}  {Value}";
}
