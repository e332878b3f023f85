namespace Platform.Model;

/// <summary>Lengths of text columns, in characters; a longer value is cut in the column and whole in the MARC record.</summary>
public static class Lengths
{
    /// <summary>A title or a statement of responsibility.</summary>
    public const int Title = 1000;

    /// <summary>A name, a publisher, a series: one line.</summary>
    public const int Line = 500;

    /// <summary>A folded key in an index: SQL Server's index keys end at 1,700 bytes.</summary>
    public const int Key = 200;
}
