using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Merging;
using Platform.Model.Catalogue.Numbering;
using Platform.Model.Catalogue.Standardising;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Reporting.Exchange;
using Platform.Model.Repository;
using Platform.Model.Sharing;
using Platform.Model.Sharing.Rotation;

namespace Platform.Api.Tests.Access;

/// <summary>
/// A small world with one caller for each role: an own school, a member of the same group and office, and a stranger; in each the
/// same kinds of rows. What a caller may see of it is said here by hand.
/// </summary>
internal sealed class Cast
{
    private const string Anonymous = "anonymous";
    private static readonly string[] OfOwnSchool = ["Librarian", "TeacherLibrarian"];
    private readonly Dictionary<(string Type, long Id), string> _schools = [];
    private readonly Dictionary<string, Account> _accounts = [];
    private readonly LibraryDatabase _database;
    private LibraryTree _tree = new([], [], []);

    private Cast(LibraryDatabase database) => _database = database;

    /// <summary>Every role, and nobody.</summary>
    public static string[] Names { get; } = [.. Enum.GetNames<Role>(), Anonymous];

    /// <summary>The permissions of a caller, over no library.</summary>
    public static Scope WithoutRows(string caller) => caller == Anonymous
        ? Scope.Anonymous
        : new Scope { Actor = caller, Permissions = RolePermissions.Of(Enum.Parse<Role>(caller)) };

    public static async Task<Cast> OnAsync(LibraryDatabase database)
    {
        var cast = new Cast(database);
        await cast.MakeAsync();
        return cast;
    }

    public Scope ScopeOf(string caller) => caller == Anonymous
        ? Scope.Anonymous
        : Model.Access.ScopeOf.Account(_accounts[caller].Id, _accounts[caller].Roles, _tree, A.Today);

    /// <summary>Who sees which rows, by hand.</summary>
    public bool MaySee(string caller, string type, long id) => type switch
    {
        "Library" or "BibliographicRecord" or "Item" or "LibraryGroup" or "Membership" or "UnionContribution" or "AgreementArticle" or "MemberLevel" => true,
        "GuidanceMessage" or "SemesterDuty" or "RotationPlan" => caller is "SystemAdministrator" or "HubLibrarian" or "EducationOffice" || OfOwnSchool.Contains(caller),
        "ReportRun" or "ReportScan" or "ReportDelivery" or "MemberContribution" or "SemesterList" or "Reminder" or "LibraryAsset" or "FacilityFact" => caller is "SystemAdministrator"
            || ((caller is "HubLibrarian" or "EducationOffice") && SchoolOf(type, id) != "stranger")
            || (OfOwnSchool.Contains(caller) && SchoolOf(type, id) == "own"),
        "ConsolidatedReport" => caller is "SystemAdministrator" || (caller is "EducationOffice" && SchoolOf(type, id) == "own"),
        "Patron" or "Loan" or "Hold" or "PatronLook" or "ClassMembership" or "Consent" or "Notice" => (OfOwnSchool.Contains(caller) && (SchoolOf(type, id) is "own" or "own-classmate"))
            || ((caller is "Pupil" or "Guardian") && SchoolOf(type, id) == "own"),
        "LibraryActivity" or "LibraryVisit" or "SchoolClass" or "ClassGrant" or "ClassSet" or "StockTaking" or "StockTakingLine" or "Weeding" or "WeedingLine" or "Charge" or "InterLibraryLoan" or "InterLibraryOffer" =>
            OfOwnSchool.Contains(caller) && SchoolOf(type, id) == "own",
        "RecordMerge" or "ClusterDecision" or "NumberPattern" or "RotationMove" or "ChangeProposal" or "QualityAssessment" or "StandardisationJob" or "StandardisationLine" or "ImportBatch" or "ImportLine" => caller is "SystemAdministrator"
            || (caller is "HubLibrarian" && SchoolOf(type, id) != "stranger")
            || (OfOwnSchool.Contains(caller) && SchoolOf(type, id) == "own"),
        "LoanRule" or "OpeningWeek" or "ClosedPeriod" or "SchoolYear" => true,
        "LendingConditions" => OfOwnSchool.Contains(caller),
        "PatronTransfer" or "ItemTransfer" or "ItemTransferLine" => OfOwnSchool.Contains(caller) && (SchoolOf(type, id) is "own" or "member"),
        "TrustedDocument" => caller is "SystemAdministrator",
        "EResource" or "EResourceVersion" => caller is "SystemAdministrator"
            || (SchoolOf(type, id) == "own-draft" && (caller is "Librarian" or "TeacherLibrarian" or "Teacher"))
            || (SchoolOf(type, id) == "own" && IsOfOwnSchool(caller) && caller != "Guardian"),
        "Webhook" or "WebhookAttempt" => caller is "SystemAdministrator",
        "BulkJob" => caller is "SystemAdministrator" || SchoolOf(type, id) == caller,
        "EResourceFile" or "AppraisalRecord" => false,
        "Account" or "RoleAssignment" => SchoolOf(type, id) == caller || Manages(caller, SchoolOf(type, id)),
        "SignIn" => (caller == "HubLibrarian" && SchoolOf(type, id) == caller) || Manages(caller, SchoolOf(type, id)),
        _ => throw new InvalidOperationException($"Say who may see rows of {type}."),
    };

    public async Task<IReadOnlyList<long>> RowsAsync(string type)
    {
        await using var db = _database.Open();
        // Reading a patron leaves a look: the walk itself makes these rows.
        foreach (var look in await db.Set<PatronLook>().ToListAsync())
            _schools[("PatronLook", look.Id)] = _schools[("Patron", look.PatronId)];
        // So do exports.
        foreach (var job in await db.BulkJobs.ToListAsync())
            _schools[("BulkJob", job.Id)] = _accounts.Single(a => a.Value.Id == job.AccountId).Key;
        var entity = db.Model.GetEntityTypes().Single(e => e.ClrType.Name == type);
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!; // the set of a mapped type
        return await rows.Select(row => EF.Property<long>(row, "Id")).ToListAsync();
    }

    // Accounts of callers are managed by their school's librarians; those of administrator, office, hub and portal by the administrator only.
    private static bool Manages(string caller, string owner) => caller switch
    {
        "SystemAdministrator" => true,
        "HubLibrarian" => owner is "own" or "member" || IsOfOwnSchool(owner),
        "Librarian" => owner is "own" || IsOfOwnSchool(owner),
        _ => false,
    };

    private static bool IsOfOwnSchool(string owner) => owner is "Librarian" or "TeacherLibrarian" or "Teacher" or "Pupil" or "Guardian";

    private string SchoolOf(string type, long id) => _schools[(type, id)];

    private async Task MakeAsync()
    {
        var schools = new Dictionary<string, Library>();
        foreach (var name in new[] { "own", "member", "stranger" })
            schools[name] = await _database.HasAsync(A.Library());
        var group = await _database.HasAsync(A.Group(schools["own"], schools["member"]));
        var office = await _database.HasAsync(new Organisation { Code = "SO", Name = "Sở GD&ĐT", Kind = OrganisationKind.Department });
        foreach (var name in new[] { "own", "member" })
            await _database.HasAsync(new LibraryParent { LibraryId = schools[name].Id, OrganisationId = office.Id, FromOn = new DateOnly(2025, 7, 1) });
        var patrons = new Dictionary<string, Patron>();
        foreach (var (name, school) in schools)
            patrons[name] = await RowsOfAsync(name, school);
        // Each is offered to the next: both schools see it.
        foreach (var (name, to) in new[] { ("own", "member"), ("member", "own"), ("stranger", "member") })
        {
            var transfer = new PatronTransfer { LibraryId = schools[name].Id, ToLibraryId = schools[to].Id, PatronId = patrons[name].Id, Category = PatronCategory.Pupil, OfferedOn = A.Today };
            _schools[("PatronTransfer", (await _database.HasAsync(transfer)).Id)] = name;
            await HasItemTransferAsync(name, schools[name], schools[to]);
        }
        foreach (var (name, school) in schools)
            await HasDeliveryAsync(name, school.Id, office.Id);
        var other = await _database.HasAsync(new Organisation { Code = "SO-2", Name = "Sở GD&ĐT tỉnh khác", Kind = OrganisationKind.Department });
        foreach (var (name, body) in new[] { ("own", office), ("stranger", other) })
            _schools[("ConsolidatedReport", (await _database.HasAsync(new ConsolidatedReport { OrganisationId = body.Id, DefinitionCode = "R-01", Period = "2026-09", LastOn = new DateOnly(2026, 9, 30) })).Id)] = name;
        foreach (var role in Enum.GetValues<Role>())
            await HasCallerAsync(role, schools["own"].Id, group.Id, office.Id, patrons["own"].Id);
        await HasGroupWorkAsync(group.Id, schools);
        await HasWebhookAsync(_accounts["Librarian"].Id);
        await using var db = _database.Open();
        _tree = new LibraryTree(await db.Memberships.ToListAsync(), await db.LibraryParents.ToListAsync(), []);
    }

    private async Task HasItemTransferAsync(string name, Library school, Library to)
    {
        var copy = await _database.HasAsync(A.Item(await _database.HasAsync(A.Record(school))));
        var line = new ItemTransferLine { LibraryId = school.Id, ToLibraryId = to.Id, ItemId = copy.Id };
        var transfer = await _database.HasAsync(new ItemTransfer { LibraryId = school.Id, ToLibraryId = to.Id, DecisionNumber = "5/QĐ-SGDĐT", DecidedOn = A.Today, Reason = "Sáp nhập.", PreparedOn = A.Today, Lines = [line] });
        (_schools[("ItemTransfer", transfer.Id)], _schools[("ItemTransferLine", line.Id)]) = (name, name);
    }

    private async Task<Patron> RowsOfAsync(string name, Library school)
    {
        var record = await _database.HasAsync(A.Record(school));
        var item = await _database.HasAsync(A.Item(record));
        await HasCataloguingAsync(name, school, record);
        var schoolClass = await _database.HasAsync(A.Class(school));
        _schools[("SchoolClass", schoolClass.Id)] = name;
        var patron = await HasReaderAsync(name, school, item, schoolClass);
        var grant = new ClassGrant { LibraryId = school.Id, ClassId = schoolClass.Id, TeacherId = (await _database.HasAsync(A.Patron(school, PatronCategory.Teacher))).Id, FromOn = A.Today, UntilOn = A.Today };
        _schools[("Patron", grant.TeacherId)] = name + "-classmate";
        _schools[("ClassGrant", (await _database.HasAsync(grant)).Id)] = name;
        await HasReaderAsync(name + "-classmate", school, await _database.HasAsync(A.Item(record)), schoolClass);
        _schools[("LibraryVisit", (await _database.HasAsync(A.Visit(school))).Id)] = name;
        var run = await _database.HasAsync(new ReportRun
        {
            LibraryId = school.Id,
            DefinitionCode = "R-01",
            DefinitionVersion = 1,
            PeriodKind = PeriodKind.Month,
            Period = "2026-09",
            FirstOn = new DateOnly(2026, 9, 1),
            LastOn = new DateOnly(2026, 9, 30),
            ClosedAt = A.Noon,
            CurrentSnapshot = 1,
        });
        _schools[("ReportRun", run.Id)] = name;
        var paper = new FileContent { Sha256 = string.Concat(Enumerable.Repeat($"{run.Id % 10}", 64)), Size = 1, Format = FileFormat.Pdf, StoredAt = A.Noon };
        _schools[("ReportScan", (await _database.HasAsync(new ReportScan { RunId = run.Id, LibraryId = run.LibraryId, Snapshot = 1, ContentId = (await _database.HasAsync(paper)).Id, Actor = "t", At = A.Noon })).Id)] = name;
        await HasResourceAsync(name, school);
        await HasAccountAsync(name, school.Id, new RoleAssignment { Role = Role.Teacher, LibraryId = school.Id, FromOn = A.Today });
        return patron;
    }

    private async Task HasCataloguingAsync(string name, Library school, BibliographicRecord record)
    {
        var pattern = await _database.HasAsync(new NumberPattern { LibraryId = school.Id, Type = ItemType.Textbook, Prefix = "GK.", Digits = 5, Next = 1 });
        var merge = await _database.HasAsync(new RecordMerge
        {
            LibraryId = school.Id,
            KeptId = record.Id,
            AbsorbedId = (await _database.HasAsync(A.Record(school))).Id,
            AbsorbedTitle = "Dế Mèn phiêu lưu ký",
            MergedAt = A.Noon,
            Actor = "test",
            KeptVersionAfter = 2,
        });
        var proposal = await _database.HasAsync(new ChangeProposal
        {
            LibraryId = school.Id,
            RecordId = record.Id,
            KeeperId = school.Id,
            RecordVersion = 1,
            ProposedAt = A.Noon,
            Before = [],
            BeforeFormat = StoredFormat.MarcXml,
            After = [],
            AfterFormat = StoredFormat.MarcXml,
        });
        var assessment = await _database.HasAsync(new QualityAssessment { LibraryId = school.Id, AssessedAt = A.Noon, Records = 0, Score = 0, WithErrors = 0, WithWarnings = 0 });
        var job = await _database.HasAsync(new StandardisationJob { LibraryId = school.Id, Examined = 1, LastRecordId = record.Id, CreatedAt = A.Noon });
        var line = await _database.HasAsync(new StandardisationLine
        {
            JobId = job.Id,
            LibraryId = school.Id,
            RecordId = record.Id,
            RecordVersion = 1,
            Rule = StandardisationRule.Ddc,
            Before = "",
            After = "",
            Decision = LineDecision.Open,
        });
        await _database.HasAsync(new UnionContribution { LibraryId = school.Id, RecordId = record.Id, Level = SharingLevel.SearchOnly, ContributedOn = A.Today });
        var decision = await _database.HasAsync(new ClusterDecision
        {
            LibraryId = school.Id,
            OtherLibraryId = school.Id,
            RecordId = record.Id,
            OtherId = merge.AbsorbedId,
            IsSame = true,
            DecidedAt = A.Noon,
            Actor = "test",
        });
        _schools[("ClusterDecision", decision.Id)] = name;
        (_schools[("NumberPattern", pattern.Id)], _schools[("RecordMerge", merge.Id)], _schools[("ChangeProposal", proposal.Id)]) = (name, name, name);
        var batch = await _database.HasAsync(new ImportBatch { LibraryId = school.Id, FileName = "so.xlsx", FileHash = new string('a', 64), State = ImportState.Staged, StartedAt = A.Noon });
        var imported = await _database.HasAsync(new ImportLine { BatchId = batch.Id, Number = 1, Outcome = ImportOutcome.Added, Title = record.Title });
        (_schools[("ImportBatch", batch.Id)], _schools[("ImportLine", imported.Id)]) = (name, name);
        (_schools[("QualityAssessment", assessment.Id)], _schools[("StandardisationJob", job.Id)], _schools[("StandardisationLine", line.Id)]) = (name, name, name);
    }

    private async Task<Patron> HasReaderAsync(string name, Library school, Item item, SchoolClass schoolClass)
    {
        var patron = await _database.HasAsync(A.Patron(school));
        _schools[("Patron", patron.Id)] = name;
        _schools[("Loan", (await _database.HasAsync(A.Loan(item, patron))).Id)] = name;
        var record = await _database.HasAsync(A.Record(school));
        _schools[("Hold", (await _database.HasAsync(A.Hold(record, patron))).Id)] = name;
        _schools[("ClassMembership", (await _database.HasAsync(A.Member(patron, schoolClass))).Id)] = name;
        _schools[("Consent", (await _database.HasAsync(new Consent
        {
            LibraryId = school.Id,
            PatronId = patron.Id,
            Purpose = ConsentPurpose.Notices,
            GivenBy = ConsentParty.Guardian,
            GivenOn = A.Today,
        })).Id)] = name;
        return patron;
    }

    private async Task HasDeliveryAsync(string name, long libraryId, long office)
    {
        var delivery = await _database.HasAsync(new ReportDelivery
        {
            LibraryId = libraryId,
            Key = name,
            Subject = name,
            Edition = 1,
            DefinitionCode = "R-01",
            DefinitionVersion = 1,
            Period = "2026-09",
            OrganisationId = office,
            Channel = ChannelKind.Folder,
            Address = "out",
            NeedsConfirmation = false,
            Title = "Báo cáo tháng",
            ContentHash = new string('0', 64),
            CreatedAt = A.Noon,
            NextAttemptAt = A.Noon,
        });
        _schools[("ReportDelivery", delivery.Id)] = name;
    }

    /// <summary>One draft and one lesson published for the own school only.</summary>
    private async Task HasResourceAsync(string name, Library school)
    {
        var draft = A.Resource(school);
        (draft.State, draft.PublishedVersion, draft.ContributedOn, draft.Audience) = (EResourceState.Draft, null, null, Audience.OwnLibrary);
        var published = A.Resource(school);
        (published.State, published.PublishedVersion, published.NewestVersion, published.ContributedOn, published.Audience) =
            (EResourceState.Published, 1, 1, null, Audience.OwnLibrary);
        _schools[("EResource", (await _database.HasAsync(draft)).Id)] = name + "-draft";
        _schools[("EResource", (await _database.HasAsync(published)).Id)] = name;
        foreach (var (resource, owner) in new[] { (draft, name + "-draft"), (published, name) })
        {
            var version = await _database.HasAsync(new EResourceVersion { ResourceId = resource.Id, LibraryId = school.Id, Number = 1, CreatedAt = A.Noon });
            _schools[("EResourceVersion", version.Id)] = owner;
        }
    }

    /// <summary>What the group agreed, and what each school gave, sent and was reminded of.</summary>
    private async Task HasGroupWorkAsync(long group, Dictionary<string, Library> schools)
    {
        await _database.HasAsync(new AgreementArticle { GroupId = group, Number = 1, Title = "Mục đích", Text = "Chia sẻ.", FromOn = A.Today });
        await _database.HasAsync(new GuidanceMessage { GroupId = group, Title = "Biên mục", Text = "Dùng DDC.", SentAt = A.Noon });
        await _database.HasAsync(new SemesterDuty { GroupId = group, Semester = "2026-2027-HK1", FewestEResources = 2, Rotates = true, ListsDueOn = A.Today });
        var outside = await _database.HasAsync(A.Library());
        var plan = new RotationPlan { GroupId = group, Semester = "2026-2027-HK1", State = RotationState.Closed, Score = 0, BaselineScore = 0, CreatedAt = A.Noon };
        foreach (var (name, school) in schools)
        {
            await _database.HasAsync(new MemberLevel { GroupId = group, LibraryId = school.Id, Level = SharingLevel.Download, FromOn = A.Today });
            var contribution = await _database.HasAsync(new MemberContribution { GroupId = group, LibraryId = school.Id, SchoolYear = 2026, Amount = 1, StaffDays = 0, GivenOn = A.Today });
            var list = await _database.HasAsync(new SemesterList { GroupId = group, LibraryId = school.Id, Semester = "2026-2027-HK1", Kind = SemesterListKind.InterLibraryLoans, Lines = 1, SentAt = A.Noon });
            var reminder = await _database.HasAsync(new Reminder { LibraryId = school.Id, Kind = ReminderKind.Rotation, Key = "k", Text = "Nhắc.", DueOn = A.Today, RaisedAt = A.Noon });
            var record = await _database.HasAsync(A.Record(school));
            var move = new RotationMove { ItemId = (await _database.HasAsync(A.Item(record))).Id, OwnerId = school.Id, ReceiverId = name == "stranger" ? outside.Id : schools["stranger"].Id, Reason = "Thiếu." };
            plan.Moves.Add(move);
            await _database.HasAsync(plan);
            _schools[("RotationMove", move.Id)] = name;
            plan = new RotationPlan { GroupId = group, Semester = "2026-2027-HK1", State = RotationState.Closed, Score = 0, BaselineScore = 0, CreatedAt = A.Noon };
            var asset = await _database.HasAsync(new LibraryAsset { LibraryId = school.Id, Name = "Bàn đọc", Kind = AssetKind.Furniture, Unit = "chiếc", Quantity = 1, AcquiredOn = A.Today, Funding = FundingSource.Budget, Condition = AssetCondition.Good });
            var room = await _database.HasAsync(new FacilityFact { LibraryId = school.Id, Period = "2026-2027-DN", Criterion = "Phòng thư viện", Scale = BuildingScale.Durability, UpperRooms = 1, UpperArea = 48 });
            var activity = await _database.HasAsync(new LibraryActivity { LibraryId = school.Id, HeldOn = A.Today, Title = "Giới thiệu sách", Kind = ActivityKind.Introduction, Participants = 3 });
            _schools[("LibraryActivity", activity.Id)] = name;
            (_schools[("LibraryAsset", asset.Id)], _schools[("FacilityFact", room.Id)]) = (name, name);
            (_schools[("MemberContribution", contribution.Id)], _schools[("SemesterList", list.Id)], _schools[("Reminder", reminder.Id)]) = (name, name, name);
        }
    }

    private async Task HasWebhookAsync(long accountId)
    {
        var webhook = new Webhook { AccountId = accountId, Title = "Cổng", Address = "https://portal.test/", ProtectedSecret = "x", Position = 0, NextAttemptAt = A.Noon.AddYears(100), CreatedAt = A.Noon };
        webhook.Attempts.Add(new WebhookAttempt { WebhookId = 0, At = A.Noon, Outcome = WebhookOutcome.Received, Milliseconds = 1 });
        await _database.HasAsync(webhook);
    }

    private async Task HasCallerAsync(Role role, long own, long group, long office, long patron)
    {
        var assignment = role switch
        {
            Role.SystemAdministrator => new RoleAssignment { Role = role, FromOn = A.Today },
            Role.EducationOffice => new RoleAssignment { Role = role, OrganisationId = office, FromOn = A.Today },
            Role.HubLibrarian or Role.Portal => new RoleAssignment { Role = role, GroupId = group, FromOn = A.Today },
            Role.Pupil or Role.Guardian => new RoleAssignment { Role = role, LibraryId = own, PatronId = patron, FromOn = A.Today },
            _ => new RoleAssignment { Role = role, LibraryId = own, FromOn = A.Today },
        };
        var account = _accounts[role.ToString()] = await HasAccountAsync(role.ToString(), assignment.LibraryId, assignment);
        await _database.HasAsync(new BulkJob
        {
            AccountId = account.Id,
            Granted = 0,
            Kind = BulkJobKind.ExportItems,
            Format = BulkFormat.Jsonl,
            State = BulkJobState.Finished,
            CreatedAt = A.Noon,
            FinishedAt = A.Noon,
            ExpiresAt = A.Noon.AddYears(100),
        });
    }

    private async Task<Account> HasAccountAsync(string name, long? libraryId, RoleAssignment role)
    {
        var account = await _database.HasAsync(new Account
        {
            Name = "account-" + name,
            NameKey = AccountName.KeyOf("account-" + name),
            Kind = AccountKind.Person,
            LibraryId = libraryId,
            Roles = [role],
        });
        var signIn = await _database.HasAsync(new SignIn
        {
            At = A.Noon,
            AccountId = account.Id,
            Method = SignInMethod.Password,
            Outcome = SignInOutcome.Succeeded,
            Network = "10.0.0.0",
        });
        (_schools[("Account", account.Id)], _schools[("RoleAssignment", role.Id)], _schools[("SignIn", signIn.Id)]) = (name, name, name);
        return account;
    }
}
