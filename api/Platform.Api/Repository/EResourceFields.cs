using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>What the API shows of an e-resource. Whether a caller sees one at all is decided by the scope.</summary>
internal sealed class EResourceFields : EntityType<EResource>
{
    public EResourceFields(MarcGraphs marc, ValueKinds kinds, EResourceRecords records)
        : base(Permission.ReadCatalogue, r => r.Id)
    {
        var element = new RecordGraph<DublinCoreElement>(kinds).With(e => e.Name).With(e => e.Value);
        Column(r => r.Title).SortedBy((EResource r) => r.TitleKey).Filterable();
        Column(r => r.Kind).Filterable();
        Column(r => r.Subject).Filterable();
        Column(r => r.GradeFrom).Filterable();
        Column(r => r.GradeTo).Filterable();
        Column(r => r.Author).Filterable();
        Column(r => r.Description);
        Column(r => r.Language).Filterable();
        Column(r => r.Rights).Filterable();
        Column(r => r.Licence).Filterable();
        Column(r => r.CopiesHeld);
        Column(r => r.IsOnSaleDigitally);
        Column(r => r.Level).Filterable();
        Column(r => r.Audience).Filterable();
        Column(r => r.TeachersOnly).Filterable();
        Column(r => r.State).Filterable();
        Column(r => r.NewestVersion);
        Column(r => r.PublishedVersion);
        Column(r => r.PublishedOn).Sortable().Filterable();
        Column(r => r.ContributedOn).Sortable().Filterable();
        Column(r => r.CountsAsElearning).Filterable();
        Column(r => r.ElearningReason).Filterable();
        Column(r => r.CopiesEvidence, Permission.EditRepository);
        Column(r => r.ConsentOn, Permission.EditRepository);
        Column(r => r.Reasons, Permission.EditRepository);
        One(r => r.Library, r => r.LibraryId).Filterable();
        One(r => r.Record, r => r.RecordId).Filterable();
        Batch("dublinCore", "The description in Dublin Core, as harvesters get it: each element once for each value, in the standard's order; null until published.", () => GraphKind.Of(element).Required().List(), records.DublinCoreAsync);
        Batch("marc", "The description as a MARC 21 record with an 856 for each file, whose address stays the same over versions and asks again who may open it; null until published.", () => GraphKind.Of(marc.Record), records.MarcAsync);
        Many("versions", "The versions of its content: readers see the published one, its editors all.", (EResourceVersion version) => version.ResourceId);
        Many("steps", "Every step of its appraisal, with the evidence.", (AppraisalRecord step) => step.ResourceId, Permission.EditRepository);
    }
}

/// <summary>What the API shows of a version.</summary>
internal sealed class EResourceVersionFields : EntityType<EResourceVersion>
{
    public EResourceVersionFields()
        : base(Permission.ReadCatalogue, v => v.Id)
    {
        Column(v => v.Number).Sortable().Filterable();
        Column(v => v.Note);
        Column(v => v.CreatedAt);
        One(v => v.Resource, v => v.ResourceId);
        Many("files", "Its files.", (EResourceFile file) => file.VersionId);
    }
}

/// <summary>What the API shows of a file; its bytes are asked for by a link.</summary>
internal sealed class EResourceFileFields : EntityType<EResourceFile>
{
    public EResourceFileFields()
        : base(Permission.ReadCatalogue, f => f.Id)
    {
        Column(f => f.Name);
        Column(f => f.Position).Sortable();
        Column("format", "The format found in the bytes.", f => f.Content.Format);
        Column("size", "How many bytes.", f => f.Content.Size);
        Column("textState", "How reading the file's text for searching went; null until it was read.", f => (ReadingState?)f.Content.Reading!.TextState);
        Column("thumbnailState", "How making a small picture of the file went; null until it was tried.", f => (ReadingState?)f.Content.Reading!.ThumbnailState);
        Column("sha256", "SHA-256 of the bytes, hexadecimal: compare it after a download.", f => f.Content.Sha256);
    }
}

/// <summary>What the API shows of a step of appraisal.</summary>
internal sealed class AppraisalFields : EntityType<AppraisalRecord>
{
    public AppraisalFields()
        : base(Permission.EditRepository, s => s.Id)
    {
        Column(s => s.VersionNumber);
        Column(s => s.State);
        Column(s => s.Evidence);
        Column(s => s.MinutesNumber);
        Column(s => s.EvidenceOn);
        Column(s => s.Members);
        Column(s => s.ClassName);
        Column(s => s.Reasons);
        Column(s => s.At);
    }
}
