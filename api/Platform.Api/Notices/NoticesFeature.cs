using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Notices;

namespace Platform.Api.Notices;

/// <summary>Notices to readers, in the API.</summary>
internal static class NoticesFeature
{
    public static IEnumerable<EntityType> Entities => [new NoticeFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        mutation.With<SetNoticeContact>();
        mutation.With<SetNoticeTemplate>();
        mutation.With<PreviewNotice>();
        query.List<Notice>("notices", "Notices of the caller's libraries, or to the caller and the wards.", Permission.ReadOwn);
    }
}
