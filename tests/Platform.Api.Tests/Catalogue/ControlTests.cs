using System.Text.Json;
using Platform.Api.Tests.Catalogue.Editing;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Catalogue;

/// <summary>The hub's control of members' records: proposals, contributions, quality, review lists.</summary>
public sealed class ControlTests
{
    private const string Fixed = """{ kind: SET_SUBFIELD, tag: "245", code: "a", value: "Mắt biếc" }""";

    [Fact]
    public async Task Proposal_IsSeenByTheHubAsADifference_AndAccepted()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await Group.OnAsync(api);
        var proposal = await group.ProposeAsync(Fixed);

        api.Scope = group.Hub;
        var seen = (await api.DataAsync("{ changeProposals { nodes { state note version differences { kind path before after } library { code } } } }")).GetProperty("changeProposals").GetProperty("nodes")[0];
        seen.GetProperty("differences").ToString().ShouldBe("""[{"kind":"CHANGED","path":"245[1]$a[1]","before":"Mat biec","after":"Mắt biếc"}]""");
        (await group.DecideAsync(proposal, 1, "accepts: true")).GetProperty("proposal").GetProperty("state").GetString().ShouldBe("ACCEPTED");
        (await group.DecideAsync(proposal, 2, "accepts: true")).Code().ShouldBe("ALREADY_DECIDED");
        (await group.TitleAsync()).ShouldBe("Mắt biếc");
    }

    [Fact]
    public async Task Proposal_IsReturnedWithRulesAndMessage_AndLeavesTheRecord()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await Group.OnAsync(api);
        var proposal = await group.ProposeAsync(Fixed);

        api.Scope = group.Hub;
        (await group.DecideAsync(proposal, 1, "accepts: false")).Code().ShouldBe("INVALID_INPUT");
        (await group.DecideAsync(proposal, 1, "accepts: false, message: \"Thiếu chủ đề\", rules: [SUBJECT_MISSING]")).Code().ShouldBeNull();
        api.Scope = group.AtMember;
        (await api.DataAsync("{ changeProposals { nodes { state message rules } } }")).GetProperty("changeProposals").GetProperty("nodes").ToString()
            .ShouldBe("""[{"state":"RETURNED","message":"Thiếu chủ đề","rules":["SubjectMissing"]}]""");
        (await group.TitleAsync()).ShouldBe("Mat biec");
    }

    [Fact]
    public async Task RecordChangedSince_IsNotOverwritten_AndMembersDoNotDecide()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await Group.OnAsync(api);
        var proposal = await group.ProposeAsync(Fixed);

        (await api.AnswerAsync($$"""mutation { decideProposal(input: { proposalId: "{{proposal}}", version: 1, accepts: true }) { proposal { id } } }""")).ToString().ShouldContain("FORBIDDEN");
        api.Scope = group.Hub;
        (await group.Keeper.EditAsync(group.Record, 1, """{ kind: SET_SUBFIELD, tag: "245", code: "a", value: "Khác" }""")).Code().ShouldBeNull();
        (await group.DecideAsync(proposal, 1, "accepts: true")).Code().ShouldBe("PROPOSAL_OUTDATED");
        (await group.TitleAsync()).ShouldBe("Khác");
    }

    [Fact]
    public async Task Contribution_NeedsTheMinimumOfArticle28()
    {
        await using var api = await PlatformApi.StartAsync();
        var group = await Group.OnAsync(api);
        api.Scope = group.AtMember;
        var input = $"libraryId: \"{group.Member.LibraryId}\", recordId: \"{Cataloguer.IdOf(group.Record)}\", level: SEARCH_ONLY";

        var lacking = (await api.DataAsync($$"""mutation { contributeRecord(input: { {{input}} }) { errors { ... on NotContributed { code missing } } } }""")).GetProperty("contributeRecord").GetProperty("errors")[0];
        lacking.ToString().ShouldBe("""{"code":"BELOW_UNION_MINIMUM","missing":["AUTHOR","PUBLICATION","KEYWORD","SUBJECT","REGISTRATION_NUMBER","CALL_NUMBER"]}""");

        api.Scope = group.Hub;
        (await group.Keeper.EditAsync(group.Record, 1, string.Join(", ",
            """{ kind: ADD_FIELD, tag: "100", indicators: "0#", subfields: [{ code: "a", value: "Nguyễn Nhật Ánh" }] }""", """{ kind: ADD_FIELD, tag: "260", subfields: [{ code: "b", value: "Trẻ" }] }""",
            """{ kind: ADD_FIELD, tag: "650", subfields: [{ code: "a", value: "Văn học" }] }""", """{ kind: ADD_FIELD, tag: "653", subfields: [{ code: "a", value: "Truyện" }] }"""))).Code().ShouldBeNull();
        var copy = A.Item(group.Record, libraryId: group.Member.Library.Id);
        copy.CallNumber = "895.922 NG-A";
        await api.Database.HasAsync(copy);
        api.Scope = group.AtMember;
        (await api.MutateAsync("contributeRecord", input, "contribution { level library { code } }")).GetProperty("contribution").ToString()
            .ShouldBe($$$"""{"level":"SEARCH_ONLY","library":{"code":"{{{group.Member.Library.Code}}}"}}""");
        (await api.MutateAsync("contributeRecord", input.Replace("SEARCH_ONLY", "DOWNLOAD", StringComparison.Ordinal), "contribution { level }")).GetProperty("contribution").GetProperty("level").GetString().ShouldBe("DOWNLOAD");
        (await api.DataAsync("{ unionContributions { totalCount } }")).GetProperty("unionContributions").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task LibraryOutsideAnyGroup_DoesNotContribute()
    {
        await using var api = await PlatformApi.StartAsync();
        var alone = await Cataloguer.AtAsync(api);
        var record = await alone.HasAsync(m => m.Data("245", "10", "aMắt biếc"));

        (await api.MutateAsync("contributeRecord", $"libraryId: \"{alone.LibraryId}\", recordId: \"{Cataloguer.IdOf(record)}\", level: SEARCH_ONLY", "contribution { level }")).Code().ShouldBe("NOT_A_MEMBER");
    }

    [Fact]
    public async Task Quality_IsScoredByLibrary_WithTheRulesBroken()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        await one.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        await one.HasAsync(m => m.Data("500", "##", "akhông nhan đề"));

        var assessment = (await api.MutateAsync("assessQuality", $"libraryId: \"{one.LibraryId}\"", "assessment { records score withErrors withWarnings rules { rule records } }")).GetProperty("assessment");

        // 245 alone: five warnings and five hints (the indicator); 500 alone: one error, five warnings and four hints.
        assessment.GetProperty("score").GetDouble().ShouldBe(38.5);
        (assessment.GetProperty("records").GetInt32(), assessment.GetProperty("withErrors").GetInt32(), assessment.GetProperty("withWarnings").GetInt32()).ShouldBe((2, 1, 2));
        assessment.GetProperty("rules").EnumerateArray().ShouldContain(r => r.ToString() == """{"rule":"TITLE_MISSING","records":1}""");
    }

    /// <summary>A hub that keeps a record, and a member that would change it.</summary>
    private sealed class Group(PlatformApi api, Cataloguer keeper, Cataloguer member, BibliographicRecord record)
    {
        public Cataloguer Keeper { get; } = keeper;

        public Cataloguer Member { get; } = member;

        public BibliographicRecord Record { get; } = record;

        public Scope Hub => RepositoryApi.At(Role.HubLibrarian, Keeper.Library, Member.Library);

        public Scope AtMember => RepositoryApi.At(Role.Librarian, Member.Library);

        public static async Task<Group> OnAsync(PlatformApi api)
        {
            var (keeper, member) = (await Cataloguer.AtAsync(api), await Cataloguer.AtAsync(api));
            await api.Database.HasAsync(A.Group([keeper.Library, member.Library]));
            return new Group(api, keeper, member, await keeper.HasAsync(m => m.Data("245", "10", "aMat biec")));
        }

        public async Task<string> ProposeAsync(string changes)
        {
            api.Scope = AtMember;
            var answer = await api.MutateAsync("proposeChange", $"libraryId: \"{Member.LibraryId}\", recordId: \"{Cataloguer.IdOf(Record)}\", version: 1, note: \"Thiếu dấu\", changes: [{changes}]", "proposal { id state }");
            answer.Code().ShouldBeNull();
            return answer.GetProperty("proposal").GetProperty("id").GetString()!;
        }

        public Task<JsonElement> DecideAsync(string proposal, int version, string decision) =>
            api.MutateAsync("decideProposal", $"proposalId: \"{proposal}\", version: {version}, {decision}", "proposal { state }");

        public async Task<string> TitleAsync() =>
            (await api.DataAsync($$"""{ record(id: "{{Cataloguer.IdOf(Record)}}") { title } }""")).GetProperty("record").GetProperty("title").GetString()!;
    }
}
