using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Platform.Marc;

/// <summary>The 24 characters at the head of a record.</summary>
public readonly struct Leader : IEquatable<Leader>
{
    /// <summary>Characters in a leader.</summary>
    public const int Length = 24;

    private readonly Characters _characters;

    /// <summary>The leader in these characters: cut at 24, filled up with what the standard puts there.</summary>
    public Leader(string text) : this(Encoding.Latin1.GetBytes(text ?? throw new ArgumentNullException(nameof(text))))
    {
    }

    internal Leader(ReadOnlySpan<byte> bytes)
    {
        Span<byte> characters = _characters;
        "00000     2200000   4500"u8.CopyTo(characters);
        bytes[..Math.Min(bytes.Length, Length)].CopyTo(characters);
    }

    /// <summary>A new language-material monograph, UTF-8: <c>00000nam a2200000   4500</c>.</summary>
    public static Leader NewBook { get; } = new("00000nam a2200000   4500");

    /// <summary>The character at a position, from 0 as the standard counts.</summary>
    public char this[int position] => (char)Bytes[position];

    /// <summary>The characters of a range of positions.</summary>
    public string this[Range positions] => Encoding.Latin1.GetString(Bytes[positions]);

    /// <summary>Leader/05: n new, c corrected, d deleted, p from prepublication.</summary>
    public char Status => this[5];

    /// <summary>Leader/06: a language material, e notated music … z authority, x holdings.</summary>
    public char RecordType => this[6];

    /// <summary>Leader/07: m monograph, s serial, a part of a monograph …</summary>
    public char BibliographicLevel => this[7];

    /// <summary>Leader/09: <c>a</c> is UCS/Unicode, a blank is MARC-8.</summary>
    public char CharacterCoding => this[9];

    /// <summary>Leader/17: how full the description is.</summary>
    public char EncodingLevel => this[17];

    /// <summary>Which of the MARC 21 formats leader/06 says the record is in.</summary>
    public MarcKind Kind => RecordType switch
    {
        'z' => MarcKind.Authority,
        'u' or 'v' or 'x' or 'y' => MarcKind.Holdings,
        'w' => MarcKind.Classification,
        'q' => MarcKind.Community,
        _ => MarcKind.Bibliographic,
    };

    [UnscopedRef]
    internal ReadOnlySpan<byte> Bytes => _characters;

    /// <summary>The leader with another character at a position.</summary>
    public Leader With(int position, char character)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Bytes.CopyTo(bytes);
        bytes[position] = (byte)character;
        return new Leader(bytes);
    }

    /// <summary>Equal in all 24 characters.</summary>
    public bool Equals(Leader other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Leader other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(this[5], this[6], this[7], this[17]);

    /// <summary>Equal in all 24 characters.</summary>
    public static bool operator ==(Leader left, Leader right) => left.Equals(right);

    /// <summary>Different in any character.</summary>
    public static bool operator !=(Leader left, Leader right) => !left.Equals(right);

    /// <summary>The 24 characters.</summary>
    public override string ToString() => Encoding.Latin1.GetString(Bytes);

    // Length, base address and encoding belong to a file, not to what a record says.
    internal bool SaysTheSameAs(Leader other) =>
        Bytes[5..9].SequenceEqual(other.Bytes[5..9]) && Bytes[17..20].SequenceEqual(other.Bytes[17..20]);

    [InlineArray(Length)]
    private struct Characters
    {
        private byte _first;
    }
}
