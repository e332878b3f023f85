using System.Runtime.InteropServices;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>
/// Writes rows as JSON Lines: every plain value that the type publishes and the account may read, and the ids of the rows it points to.
/// Page by page in the order of the ids, so a row that is changed meanwhile comes once, as it stands when its page is read.
/// </summary>
internal sealed class RowExport(BulkOperations operations, BulkLedger ledger, PlatformSchema schema)
{
    // Between two steps a crash costs this much work, and a cancellation waits this long.
    private const int PagesOfAStep = 10;

    /// <summary>Whether it came to the end.</summary>
    public async Task<bool> RunAsync(BulkRun run, FileStream output, CancellationToken cancellationToken)
    {
        var document = DocumentOf(schema, run.Job, run.Scope);
        var hasMore = true;
        while (hasMore)
        {
            for (var page = 0; page < PagesOfAStep && hasMore; page++)
                hasMore = await PageAsync(run, document, output, cancellationToken);
            output.Flush(flushToDisk: true);
            run.Job.ResultBytes = output.Position;
            if (!await ledger.SaveAsync(run, cancellationToken))
                return false;
        }
        return true;
    }

    private async Task<bool> PageAsync(BulkRun run, string document, FileStream output, CancellationToken cancellationToken)
    {
        await using var scope = operations.Begin(run);
        var answer = await operations.AskAsync(scope.ServiceProvider, document, new() { ["after"] = run.Job.Cursor }, cancellationToken);
        if (answer.TryGetProperty("errors", out var errors))
            throw new InvalidOperationException($"A page of job {run.Job.Id} was refused: {errors[0].GetProperty("message").GetString()}");
        var list = answer.GetProperty("data").GetProperty("list");
        foreach (var node in list.GetProperty("nodes").EnumerateArray())
        {
            await output.WriteAsync(JsonMarshal.GetRawUtf8Value(node).ToArray(), cancellationToken);
            output.WriteByte((byte)'\n');
            run.Job.Done++;
        }
        var pageInfo = list.GetProperty("pageInfo");
        run.Job.Cursor = pageInfo.GetProperty("endCursor").GetString() ?? run.Job.Cursor;
        return pageInfo.GetProperty("hasNextPage").GetBoolean();
    }

    /// <summary>The query for one page of the job.</summary>
    internal static string DocumentOf(PlatformSchema schema, BulkJob job, Scope scope)
    {
        var (list, entity) = BulkKinds.ListOf(job.Kind);
        var type = schema.Entities.TypeOf(entity);
        var fields = type.Fields.Where(f => scope.May(f.Permission)).Select(f => f switch
        {
            ColumnField or ComputedField => f.Name,
            OneField one when scope.May(schema.Entities.TypeOf(one.Target).Permission) => $"{f.Name} {{ id }}",
            _ => null,
        }).OfType<string>();
        var where = job.LibraryId is { } library ? $", where: {{ library: {{ eq: \"{GlobalId.Of(nameof(Model.Libraries.Library), library)}\" }} }}" : "";
        return $"query ($after: String) {{ list: {list}(first: {PageRequest.MostRows}, after: $after{where}) {{ nodes {{ {string.Join(' ', fields)} }} pageInfo {{ endCursor hasNextPage }} }} }}";
    }
}
