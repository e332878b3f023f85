namespace Platform.Model.Catalogue.Checks;

/// <summary>Something in a record that a rule objects to, where it stands and how to mend it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">What it means for the record.</param>
/// <param name="Path">Where: <c>LDR</c>, <c>008/35-37</c>, <c>245[1]</c>, <c>100[1]$a[1]</c>; places count from 1, positions of fixed fields from 0.</param>
/// <param name="Vietnamese">What is wrong, in Vietnamese.</param>
/// <param name="English">What is wrong, in English.</param>
/// <param name="MendVietnamese">How to mend it, in Vietnamese.</param>
/// <param name="MendEnglish">How to mend it, in English.</param>
public sealed record RecordProblem(
    CatalogueRule Rule, ProblemSeverity Severity, string Path, string Vietnamese, string English, string MendVietnamese, string MendEnglish);

/// <summary>What a problem means for the record.</summary>
public enum ProblemSeverity : byte
{
    /// <summary>Could be better; nobody is misled.</summary>
    Hint = 1,

    /// <summary>Readers or other libraries may not find or understand the record; it can be saved.</summary>
    Warning = 2,

    /// <summary>The record breaks the format or lacks what every record must have; it is not saved.</summary>
    Error = 3,
}

/// <summary>The rules that a record is checked by. The names are stable.</summary>
public enum CatalogueRule : byte
{
    /// <summary>A leader position holds what MARC 21 does not allow there.</summary>
    Leader = 1,

    /// <summary>Field 008 does not have 40 characters, or a position holds what cannot be.</summary>
    FixedField = 2,

    /// <summary>A tag is not three digits.</summary>
    Tag = 3,

    /// <summary>A field that may stand once stands again.</summary>
    NotRepeatable = 4,

    /// <summary>An indicator has a value that the field does not know.</summary>
    Indicator = 5,

    /// <summary>The field knows no such subfield.</summary>
    UnknownSubfield = 6,

    /// <summary>A subfield that may stand once in its field stands again.</summary>
    RepeatedSubfield = 7,

    /// <summary>A subfield holds no text.</summary>
    EmptySubfield = 8,

    /// <summary>The record has no title (245 $a).</summary>
    TitleMissing = 9,

    /// <summary>The record has two main entries (100, 110, 111, 130).</summary>
    TwoMainEntries = 10,

    /// <summary>The first indicator of 245 contradicts the main entry.</summary>
    TitleAddedEntry = 11,

    /// <summary>Subtitle, responsibility or a parallel title stand in 245 $a.</summary>
    TitleUnparted = 12,

    /// <summary>An ISBN's length or check digit is wrong.</summary>
    Isbn = 13,

    /// <summary>An ISSN's form or check digit is wrong.</summary>
    Issn = 14,

    /// <summary>The cataloguing agency (040 $a) is missing.</summary>
    AgencyMissing = 15,

    /// <summary>The language (041 $a) is missing, is no MARC code, or contradicts 008.</summary>
    Language = 16,

    /// <summary>The country of publication (044 $a) is missing, is no MARC code, or contradicts 008.</summary>
    Country = 17,

    /// <summary>There is no class number (082 or 084).</summary>
    ClassMissing = 18,

    /// <summary>082 $a is no number of the Dewey classification.</summary>
    DdcForm = 19,

    /// <summary>082 does not name its edition ($2).</summary>
    DdcEdition = 20,

    /// <summary>084 does not name its scheme ($2).</summary>
    SchemeMissing = 21,

    /// <summary>Several names, or roles, stand in one 100 $a or 700 $a.</summary>
    NamesUnparted = 22,

    /// <summary>There is no statement of publication (260 or 264).</summary>
    PublicationMissing = 23,

    /// <summary>The year of publication cannot be read, or contradicts 008.</summary>
    Year = 24,

    /// <summary>There is no physical description (300).</summary>
    ExtentMissing = 25,

    /// <summary>There is no subject (6XX).</summary>
    SubjectMissing = 26,

    /// <summary>There is no author and no responsibility (1XX, 7XX, 245 $c).</summary>
    AuthorMissing = 27,

    /// <summary>A text is decomposed (NFD), or holds characters that cannot be seen.</summary>
    Characters = 28,

    /// <summary>A text begins or ends with blanks or holds several in a row.</summary>
    Blanks = 29,
}
