using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Platform.Model.Repository;
using Platform.Model.Text;
using Platform.Storage.Catalogue.Search;

namespace Platform.Storage.Repository.Search;

/// <summary>An e-resource as the index keeps it: its words, and who may find it.</summary>
internal static class EResourceDocument
{
    public const string Id = "id";
    public const string Title = "title";
    public const string Author = "author";
    public const string Subject = "subject";
    public const string Text = "text";

    /// <summary>Texts of files that pupils are kept from: only staff finds by them, or a pupil could ask for the key of a test word by word.</summary>
    public const string StaffText = "stafftext";

    /// <summary>Who finds it, see <see cref="EResourceReach"/>.</summary>
    public const string Reach = "reach";

    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED) { OmitNorms = false };

    /// <summary>The term by which a resource is found again.</summary>
    public static Term TermOf(long id) => new(Id, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The document of a resource with the texts of the files that readers get.</summary>
    public static Document Of(EResource resource, IEnumerable<string> texts)
    {
        var document = new Document { new StringField(Id, resource.Id.ToString(CultureInfo.InvariantCulture), Field.Store.YES) };
        Add(document, Title, resource.Title);
        Add(document, Author, resource.Author);
        Add(document, Subject, resource.Subject);
        Add(document, Text, resource.Description);
        foreach (var text in texts)
            Add(document, resource.TeachersOnly ? StaffText : Text, text);
        foreach (var reach in EResourceReach.Of(resource))
            document.Add(new StringField(Reach, reach, Field.Store.NO));
        return document;
    }

    private static void Add(Document document, string field, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            document.Add(new Field(field, new WordStream().Over(VietnameseText.Fold(text)), Words));
    }
}
