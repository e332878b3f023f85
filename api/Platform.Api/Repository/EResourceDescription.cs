using Platform.Api.GraphQL.Mutations;
using Platform.Model.Catalogue;
using Platform.Model.Repository;
using Platform.Model.Text;

namespace Platform.Api.Repository;

/// <summary>What is said of an e-resource.</summary>
internal abstract record EResourceDescription : MutationInput
{
    /// <summary>What it is.</summary>
    public required EResourceKind Kind { get; init; }

    /// <summary>Title, at most 1,000 characters.</summary>
    public required string Title { get; init; }

    /// <summary>School subject that it serves (môn học); null when it serves none.</summary>
    public string? Subject { get; init; }

    /// <summary>Lowest grade that it serves, 0 (preschool) to 12; null when it serves none.</summary>
    public int? GradeFrom { get; init; }

    /// <summary>Highest grade that it serves; null for one grade.</summary>
    public int? GradeTo { get; init; }

    /// <summary>The teacher or other person who made it.</summary>
    public required string Author { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>By what right the library offers it.</summary>
    public required RightsBasis Rights { get; init; }

    /// <summary>Under which licence readers get it.</summary>
    public required Licence Licence { get; init; }

    /// <summary>Day on which the author agreed in writing to sharing.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>Lawful copies held of a work under copyright.</summary>
    public int? CopiesHeld { get; init; }

    /// <summary>The contract, invoice or receipt that shows the copies held, where the catalogue does not; at most 500 characters.</summary>
    public string? CopiesEvidence { get; init; }

    /// <summary>Whether the work is on sale in digital form.</summary>
    public bool? IsOnSaleDigitally { get; init; }

    /// <summary>What readers of other libraries may do with it.</summary>
    public required SharingLevel Level { get; init; }

    /// <summary>Who may find it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whether pupils are kept from its content.</summary>
    public bool? TeachersOnly { get; init; }

    /// <summary>The catalogue's record of the same work.</summary>
    public Ref<BibliographicRecord>? RecordId { get; init; }

    /// <summary>What is wrong with the description; null when nothing is.</summary>
    public InvalidInput? Fault()
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > Model.Lengths.Title)
            return new InvalidInput("title", "Nhan đề phải có từ 1 đến 1.000 ký tự.", "The title must have 1 to 1,000 characters.");
        if (string.IsNullOrWhiteSpace(Author) || Author.Length > Model.Lengths.Line)
            return new InvalidInput("author", "Tác giả phải có từ 1 đến 500 ký tự.", "The author must have 1 to 500 characters.");
        if (GradeFrom is < 0 or > 12 || GradeTo < GradeFrom || GradeTo > 12 || (GradeFrom is null && GradeTo is not null))
            return new InvalidInput("gradeFrom", "Khối phải từ 0 đến 12, khối đầu không lớn hơn khối cuối.", "Grades must be 0 to 12, the lowest not above the highest.");
        if (CopiesEvidence is { Length: > Model.Lengths.Line })
            return new InvalidInput("copiesEvidence", "Chứng từ dài nhất 500 ký tự.", "The evidence has at most 500 characters.");
        return CopiesHeld is < 1 ? new InvalidInput("copiesHeld", "Số bản nắm giữ phải từ 1.", "At least one copy must be held.") : null;
    }

    /// <summary>Writes the description into a resource.</summary>
    public void WriteTo(EResource resource)
    {
        (resource.Kind, resource.Title, resource.Author, resource.Description) = (Kind, Clean(Title), Clean(Author), Description);
        (resource.Subject, resource.GradeFrom, resource.GradeTo) = (string.IsNullOrWhiteSpace(Subject) ? null : Clean(Subject), GradeFrom, GradeTo ?? GradeFrom);
        (resource.Rights, resource.Licence, resource.ConsentOn) = (Rights, Licence, ConsentOn);
        (resource.CopiesHeld, resource.IsOnSaleDigitally) = (CopiesHeld, IsOnSaleDigitally ?? false);
        resource.CopiesEvidence = string.IsNullOrWhiteSpace(CopiesEvidence) ? null : Clean(CopiesEvidence);
        (resource.Level, resource.Audience, resource.TeachersOnly) = (Level, Audience, TeachersOnly ?? false);
        resource.RecordId = RecordId?.Key;
        var key = VietnameseText.Fold(resource.Title);
        resource.TitleKey = key.Length <= Model.Lengths.Key ? key : key[..Model.Lengths.Key];
        resource.SearchText = VietnameseText.Fold($"{resource.Title} {resource.Author} {resource.Subject} {resource.Description}");
    }

    private static string Clean(string text) => text.Trim().Normalize();
}
