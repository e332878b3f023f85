namespace Platform.Marc.Iso2709;

/// <summary>What the framer found at the front of the window.</summary>
internal enum FrameKind
{
    /// <summary>The window is too short to tell.</summary>
    NeedsMore,

    /// <summary>Nothing but separators up to the end of the input.</summary>
    End,

    /// <summary>A record, sound or not.</summary>
    Record,

    /// <summary>Bytes that are no record.</summary>
    Junk,
}

/// <summary>A stretch of the window.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Skipped">Separator bytes before it.</param>
/// <param name="Length">Bytes of it, after the skipped ones.</param>
/// <param name="Fault">What was wrong with its ends; null when length and terminator agree.</param>
internal readonly record struct Frame(FrameKind Kind, int Skipped, int Length, MarcRule? Fault = null);
