using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Control;
using Platform.Model.Libraries;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Control;

/// <summary>Looks at a library's records by every rule and keeps the score, so that it can be compared with other members and with later.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class AssessQuality(LibraryDb db, TimeProvider clock) : IMutation<AssessQualityInput, AssessQualityPayload>
{
    public async Task<AssessQualityPayload> RunAsync(AssessQualityInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return new AssessQualityPayload { Errors = [NotFound.At("libraryId")] };
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return new AssessQualityPayload { Errors = [NotPermitted.ForLibrary] };
        var assessment = await Assessing.AssessAsync(db, input.LibraryId.Key, clock.GetUtcNow(), cancellationToken);
        db.QualityAssessments.Add(assessment);
        await db.SaveChangesAsync(cancellationToken);
        return new AssessQualityPayload { Assessment = assessment.Id };
    }
}

/// <summary>The library to assess.</summary>
internal sealed record AssessQualityInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }
}

/// <summary>The assessment.</summary>
internal sealed record AssessQualityPayload : Payload
{
    /// <summary>The assessment.</summary>
    public Ref<QualityAssessment>? Assessment { get; init; }
}
