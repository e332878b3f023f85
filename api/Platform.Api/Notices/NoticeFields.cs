using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Notices;

namespace Platform.Api.Notices;

/// <summary>What the API shows of a notice: to the library, to the reader, to a guardian. What it said is forgotten once it is sent.</summary>
internal sealed class NoticeFields : EntityType<Notice>
{
    public NoticeFields()
        : base(Permission.ReadOwn, n => n.Id)
    {
        Column(n => n.Kind).Filterable();
        Column(n => n.Subject);
        Column(n => n.Body);
        Column(n => n.State).Filterable();
        Column(n => n.CreatedAt).Sortable().Filterable();
        Column(n => n.SentAt).Filterable();
        Column(n => n.Attempts);
        Column(n => n.Fault, Permission.Circulate);
        One(n => n.Patron, n => n.PatronId).Filterable();
        One(n => n.Library, n => n.LibraryId).Filterable();
    }
}
