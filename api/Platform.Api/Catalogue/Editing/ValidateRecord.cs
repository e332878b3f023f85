using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Types;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;

namespace Platform.Api.Catalogue.Editing;

/// <summary><c>validateRecord</c>: what the rules say of a record while it is typed; nothing is saved.</summary>
internal static class ValidateRecord
{
    public static void AddTo(RootType query, MutationGraphs mutations, MarcGraphs marc, ValueKinds kinds)
    {
        var answer = new RecordGraph<CheckedRecord>(kinds).With(c => c.Fault).With(c => c.Score)
            .With(MarcGraphs.ListOf(marc.Problem), c => c.Problems).With(GraphKind.Of(marc.Record), c => c.Marc);
        var field = GraphKind.Of(answer).Required().Field("validateRecord", "Every problem of a record as it is typed: a new one by its fields, a saved one by its id and the changes. Nothing is saved.");
        field.Arguments = new QueryArguments(GraphKind.Of(mutations.InputOf(typeof(ValidateRecordInput))).Required().Argument("input", "The record as it would be."));
        field.Resolver = new FuncFieldResolver<object>(async context => await CheckAsync(
            context.RequestServices!.GetRequiredService<LibraryDb>(), context.GetArgument<ValidateRecordInput>("input"), context.CancellationToken)); // the runner always gives services
        query.AddField(field.Requires(Permission.EditCatalogue));
    }

    private static async Task<CheckedRecord> CheckAsync(LibraryDb db, ValidateRecordInput input, CancellationToken cancellationToken)
    {
        if (input.Leader is { Length: not Leader.Length })
            return CheckedRecord.Broken("A leader has exactly 24 characters.");
        var start = MarcRecord.Create(input.Leader is { } leader ? new Leader(leader) : Leader.NewBook, []);
        if (input.RecordId is { } id)
        {
            var content = await db.Records.Where(r => r.Id == id.Key).Select(r => r.Content).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (content is null)
                return CheckedRecord.Broken("What 'recordId' points to is not there.");
            start = content.ToMarc();
        }
        var changes = (input.Fields ?? []).Select(f => f.ToChange()).Concat((input.Changes ?? []).Select(c => c.ToChange()));
        var (marc, fault) = MarcInputs.Edit(start, [.. changes], "changes");
        return marc is null ? CheckedRecord.Broken($"{fault!.Field}: {fault.English}") : CheckedRecord.Of(marc); // no record: a fault
    }
}

/// <summary>A record as it would be.</summary>
internal sealed record ValidateRecordInput
{
    /// <summary>The saved record; null for a new one.</summary>
    public Ref<BibliographicRecord>? RecordId { get; init; }

    /// <summary>The leader of a new record; that of a new book when nothing is said.</summary>
    public string? Leader { get; init; }

    /// <summary>The fields of a new record, or fields more.</summary>
    public IReadOnlyList<MarcFieldInput>? Fields { get; init; }

    /// <summary>The changes of a saved record.</summary>
    public IReadOnlyList<RecordChangeInput>? Changes { get; init; }
}

/// <summary>What the rules say of a record.</summary>
/// <param name="Fault">Why no record can be made of the input; null when one can.</param>
/// <param name="Score">How good the record is, 0 to 100.</param>
/// <param name="Problems">Every problem, errors first.</param>
/// <param name="Marc">The record as it would be saved, cleaned; null when none can be made.</param>
internal sealed record CheckedRecord(string? Fault, int Score, IReadOnlyList<RecordProblem> Problems, MarcView? Marc)
{
    public static CheckedRecord Broken(string fault) => new(fault, 0, [], null);

    public static CheckedRecord Of(MarcRecord marc)
    {
        var problems = RecordCheck.Of(marc);
        return new CheckedRecord(null, RecordCheck.Score(problems), problems, MarcView.Of(marc));
    }
}
