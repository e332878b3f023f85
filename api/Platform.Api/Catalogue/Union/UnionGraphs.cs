using Platform.Api.GraphQL.Types;
using GraphQL.Types;

namespace Platform.Api.Catalogue.Union;

/// <summary>The GraphQL types of what the union catalogue knows beyond one record: records of the same publication, and who holds copies.</summary>
internal sealed class UnionGraphs
{
    public UnionGraphs(ValueKinds kinds)
    {
        Match = new RecordGraph<SameRecord>(kinds).With(GraphKind.Of<IdGraphType>().Required(), "id", "Global id of the other record.", m => GraphQL.Reading.GlobalId.Of(nameof(Model.Catalogue.BibliographicRecord), m.RecordId))
            .With(m => m.Title).With(m => m.LibraryName).With(m => m.Points).With(m => m.Reason).With(m => m.IsCertain).With(m => m.IsDecided);
        Holder = new RecordGraph<Holder>(kinds).With(GraphKind.Of<IdGraphType>().Required(), "libraryId", "Global id of the library.", h => GraphQL.Reading.GlobalId.Of(nameof(Model.Libraries.Library), h.LibraryId))
            .With(h => h.LibraryCode).With(h => h.LibraryName).With(h => h.Copies).With(h => h.Available).With(h => h.OnLoan);
    }

    /// <summary>A record of the same publication.</summary>
    public RecordGraph<SameRecord> Match { get; }

    /// <summary>A library with copies.</summary>
    public RecordGraph<Holder> Holder { get; }
}
