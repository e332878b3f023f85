namespace Platform.Storage.Catalogue.Search;

/// <summary>Names of the index's fields. A change of what they hold needs another <see cref="SearchIndex.Format"/>: old indexes are then rebuilt.</summary>
internal static class IndexFields
{
    /// <summary>Key of the record: term, and number for sorting.</summary>
    public const string Id = "id";

    /// <summary>Every folded word of the record.</summary>
    public const string Any = "any";

    /// <summary>Every word with its marks, of titles, names, subjects, series.</summary>
    public const string Exact = "exact";

    /// <summary>Folded words of the title, between <see cref="Begin"/> and <see cref="End"/>.</summary>
    public const string Title = "title";

    /// <summary>Folded words of other titles.</summary>
    public const string OtherTitle = "othertitle";

    /// <summary>Folded words of the main author.</summary>
    public const string Author = "author";

    /// <summary>Folded words of contributors and the statement of responsibility.</summary>
    public const string Contributor = "contributor";

    public const string Subject = "subject";

    public const string Publisher = "publisher";

    public const string Series = "series";

    public const string Isbn = "isbn";

    /// <summary>Call numbers and DDC numbers, without blanks: looked up by their beginning.</summary>
    public const string CallNumber = "call";

    /// <summary>Registration numbers, without blanks and punctuation.</summary>
    public const string RegistrationNumber = "number";

    /// <summary>Year: number for sorting and ranges, 0 when unknown.</summary>
    public const string Year = "year";

    /// <summary>Year for sorting upwards: the greatest number when unknown.</summary>
    public const string YearUp = "yearup";

    /// <summary>Folded title for sorting.</summary>
    public const string TitleKey = "titlekey";

    public const string Library = "library";

    public const string Kind = "kind";

    /// <summary>Registers of the copies: terms, and for counting a bit for each.</summary>
    public const string ItemType = "itemtype";

    public const string Language = "language";

    public const string AuthorName = "authorname";

    public const string SubjectHeading = "subjectheading";

    /// <summary>DDC number for filtering by its beginning.</summary>
    public const string Ddc = "ddc";

    /// <summary>First digit of the DDC number; -1 when there is none.</summary>
    public const string DdcClass = "ddcclass";

    /// <summary>Stands before the first word of a title.</summary>
    public const string Begin = "^";

    /// <summary>Stands after the last word of a title.</summary>
    public const string End = "$";
}
