using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Reporting.Exchange;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report answers</c>: what the portal exported about records that were sent to it.</summary>
internal static class AnswersCommand
{
    public static Command Create(Option<string> library)
    {
        var file = new Argument<FileInfo>("file") { Description = "The portal's export (XLSX): columns Mã bản ghi, Phiên bản, Kết quả, and Thông báo or Số biên nhận." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done; nothing is entered." };
        var command = new Command("answers", "Matches the portal's receipts and refusals with what was sent, and confirms or rejects the deliveries that wait for them.") { file, library, dryRun };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => RunAsync(services, arguments.GetRequiredValue(file), arguments.GetRequiredValue(library), arguments.GetValue(dryRun), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, string code, bool dryRun, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<LibraryDb>().Libraries.AsNoTracking().FirstOrDefaultAsync(l => l.Code == code, cancellationToken) is not { } library)
            return await CommandHost.FailAsync($"There is no library '{code}'.");
        if (!file.Exists)
            return await CommandHost.FailAsync($"There is no file '{file.FullName}'.");
        await using var bytes = file.OpenRead();
        if (PortalAnswerFile.TryRead(bytes) is not { } said)
            return await CommandHost.FailAsync($"'{file.Name}' is no XLSX with the columns Mã bản ghi, Phiên bản and Kết quả.");
        var import = await services.GetRequiredService<PortalAnswerDesk>().EnterAsync(library, said, dryRun, cancellationToken);
        foreach (var line in import.Lines.Where(l => l.Match is not PortalMatch.Accepted))
            await Console.Error.WriteLineAsync($"row {line.Answer.Row}: {line.Answer.RecordId} {line.Answer.Number}: {line.Match} {line.Answer.Words}");
        foreach (var delivery in import.Deliveries)
            await Console.Out.WriteLineAsync($"{delivery.Key}: {(delivery.IsAccepted ? "accepted" : "rejected")}");
        await Console.Out.WriteLineAsync($"{import.Lines.Count} lines, {import.Deliveries.Count} deliveries {(dryRun ? "would be answered" : "answered")}.");
        return import.Lines.All(l => l.Match is PortalMatch.Accepted) ? CommandHost.Done : CommandHost.Partial;
    }
}
