namespace Platform.Marc;

/// <summary>What a problem means for the record that was read; each level is defined by its consequence.</summary>
public enum MarcSeverity
{
    /// <summary>Nothing was lost or guessed: the bytes only depart from the letter of the standard.</summary>
    Note,

    /// <summary>The record was repaired; its text is most likely what was meant.</summary>
    Repaired,

    /// <summary>Part of the record's content is lost or a guess.</summary>
    Damaged,

    /// <summary>A whole record could not be read, or could not be written.</summary>
    Lost,

    /// <summary>Reading stopped: the rest of the input cannot be understood.</summary>
    Fatal,
}
