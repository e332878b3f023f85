namespace Platform.Marc;

/// <summary>The five MARC 21 formats, told apart by leader/06.</summary>
public enum MarcKind
{
    /// <summary>A title: book, serial, recording, map, e-resource …</summary>
    Bibliographic,

    /// <summary>An established name, title or subject.</summary>
    Authority,

    /// <summary>What a library holds of a title.</summary>
    Holdings,

    /// <summary>A number of a classification scheme.</summary>
    Classification,

    /// <summary>A person, organisation, programme or event of the community.</summary>
    Community,
}
