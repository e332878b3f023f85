using System.Text;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Model.Tests.Repository;

/// <summary>Sharing level × standing × action: the whole table, as a golden file that was read; and the rules that it must not break.</summary>
public sealed class AccessPolicyTests
{
    private static readonly Library Home = new() { Code = "TV1", Name = "THCS", Level = SchoolLevel.LowerSecondary };

    [Fact]
    public void WholeTable_IsAsReviewed()
    {
        var table = new StringBuilder("audience;level;standing;").AppendJoin(';', Enum.GetNames<AccessAction>()).Append('\n');
        foreach (var audience in Enum.GetValues<Audience>())
            foreach (var level in Enum.GetValues<SharingLevel>())
                foreach (var standing in Enum.GetValues<Standing>())
                    Row(table, Resource(audience, level), standing);

        Golden.Match(table.ToString(), "tests/Platform.Model.Tests/Repository/access-table.csv");
    }

    [Fact]
    public void StricterLevel_NeverAllowsMore()
    {
        SharingLevel[] strictToFree = [SharingLevel.SearchOnly, SharingLevel.ReadOnline, SharingLevel.Download];
        foreach (var (action, standing) in Pairs())
            foreach (var (strict, free) in strictToFree.Zip(strictToFree.Skip(1)))
                if (Allows(Resource(Audience.Everyone, strict), action, standing))
                    Allows(Resource(Audience.Everyone, free), action, standing).ShouldBeTrue($"{action} by {standing} at {free}");
    }

    [Fact]
    public void MembersLevel_BoundsTheResourcesOwn()
    {
        var facts = new AccessFacts(Standing.MemberTeacher, SharingLevel.ReadOnline);

        AccessPolicy.Refuse(Resource(Audience.Group, SharingLevel.Download), AccessAction.Download, facts).ShouldBe(AccessRefusal.ReadOnlineOnly);
        AccessPolicy.Refuse(Resource(Audience.Group, SharingLevel.Download), AccessAction.ReadOnline, facts).ShouldBeNull();
        AccessPolicy.Refuse(Resource(Audience.Group, SharingLevel.SearchOnly), AccessAction.ReadOnline, facts).ShouldBe(AccessRefusal.SearchOnly);
    }

    [Fact]
    public void Paid_OpensWithPayment_UpToTheMembersLevel()
    {
        var resource = Resource(Audience.Group, SharingLevel.Paid);

        AccessPolicy.Refuse(resource, AccessAction.ReadOnline, new(Standing.MemberTeacher)).ShouldBe(AccessRefusal.NotPaid);
        AccessPolicy.Refuse(resource, AccessAction.Download, new(Standing.MemberTeacher, HasPaid: true)).ShouldBeNull();
        AccessPolicy.Refuse(resource, AccessAction.Download, new(Standing.MemberTeacher, SharingLevel.ReadOnline, HasPaid: true)).ShouldBe(AccessRefusal.ReadOnlineOnly);
        AccessPolicy.Refuse(resource, AccessAction.ReadOnline, new(Standing.OwnPupil)).ShouldBeNull();
    }

    [Fact]
    public void TeachersOnly_KeepsPupilsFromTheContent()
    {
        var test = Resource(Audience.Group, SharingLevel.Download);
        test.TeachersOnly = true;

        foreach (var pupil in new[] { Standing.OwnPupil, Standing.MemberPupil })
            AccessPolicy.Refuse(test, AccessAction.Preview, new(pupil)).ShouldBe(AccessRefusal.TeachersOnly);
        AccessPolicy.Refuse(test, AccessAction.Download, new(Standing.MemberTeacher)).ShouldBeNull();
    }

    [Fact]
    public void WorkUnderCopyright_IsReadAndNotDownloaded_AndNotSharedWhenOnSale()
    {
        var work = A.Resource(Home, RightsBasis.LibraryCopy, copies: 3);

        AccessPolicy.Refuse(work, AccessAction.Download, new(Standing.OwnPupil)).ShouldBe(AccessRefusal.CopiesAreNotDownloaded);
        AccessPolicy.Refuse(work, AccessAction.ReadOnline, new(Standing.MemberPupil)).ShouldBeNull();
        work.IsOnSaleDigitally = true;
        AccessPolicy.Refuse(work, AccessAction.ReadOnline, new(Standing.MemberPupil)).ShouldBe(AccessRefusal.OnSaleDigitally);
        AccessPolicy.Refuse(work, AccessAction.ReadOnline, new(Standing.OwnPupil)).ShouldBeNull();
    }

    [Fact]
    public void WhatIsNotOpen_IsKnownToItsEditorsOnly()
    {
        var draft = Resource(Audience.Everyone, SharingLevel.Download);
        draft.PublishedVersion = null;

        foreach (var (action, standing) in Pairs())
            Allows(draft, action, standing).ShouldBe(standing is Standing.Editor, $"{action} by {standing}");
    }

    private static IEnumerable<(AccessAction, Standing)> Pairs() =>
        from action in Enum.GetValues<AccessAction>()
        from standing in Enum.GetValues<Standing>()
        select (action, standing);

    private static bool Allows(EResource resource, AccessAction action, Standing standing) =>
        AccessPolicy.Refuse(resource, action, new AccessFacts(standing)) is null;

    private static void Row(StringBuilder table, EResource resource, Standing standing) => table
        .Append(resource.Audience).Append(';').Append(resource.Level).Append(';').Append(standing).Append(';')
        .AppendJoin(';', Enum.GetValues<AccessAction>().Select(action => AccessPolicy.Refuse(resource, action, new(standing))?.ToString() ?? "yes"))
        .Append('\n');

    private static EResource Resource(Audience audience, SharingLevel level)
    {
        var resource = A.Resource(Home);
        (resource.Audience, resource.Level) = (audience, level);
        return resource;
    }
}
