using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>What the API shows of the duty that a group lays on its members for a semester.</summary>
internal sealed class SemesterDutyFields : EntityType<SemesterDuty>
{
    public SemesterDutyFields()
        : base(Permission.ReadReports, d => d.Id)
    {
        Column(d => d.Semester).Sortable().Filterable();
        Column(d => d.FewestEResources);
        Column(d => d.Rotates);
        Column(d => d.ListsDueOn).Sortable().Filterable();
        One(d => d.Group, d => d.GroupId).Filterable();
    }
}

/// <summary>What the API shows of a stamped list that a member sent to the hub.</summary>
internal sealed class SemesterListFields : EntityType<SemesterList>
{
    public SemesterListFields()
        : base(Permission.ReadReports, l => l.Id)
    {
        Column(l => l.Semester).Sortable().Filterable();
        Column(l => l.Kind).Filterable();
        Column(l => l.Lines);
        Column(l => l.SentAt).Sortable();
        Column(l => l.ReceivedAt).Filterable();
        Column(l => l.ReturnReason);
        Column(l => l.ScanName);
        One(l => l.Run, l => l.RunId);
        One(l => l.Group, l => l.GroupId).Filterable();
        One(l => l.Library, l => l.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a reminder.</summary>
internal sealed class ReminderFields : EntityType<Reminder>
{
    public ReminderFields()
        : base(Permission.ReadReports, r => r.Id)
    {
        Column(r => r.Kind).Filterable();
        Column(r => r.Text);
        Column(r => r.DueOn).Sortable().Filterable();
        Column(r => r.RaisedAt).Sortable().Filterable();
        One(r => r.Library, r => r.LibraryId).Filterable();
    }
}
