using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Patrons;
using Platform.Storage;
using Platform.Storage.Patrons;

namespace Platform.Cli.Patrons;

/// <summary><c>platform import-people FILE --library CODE [--year Y] [--on DAY] [--create-classes] [--confirm]</c>.</summary>
internal static class ImportPeopleCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A pupil or staff export (XLSX) of the Ministry's database." };
        var library = new Option<string>("--library") { Description = "Code of the school's library.", Required = true };
        var year = new Option<int?>("--year") { Description = "Calendar year in which the school year of the export begins; this school year when not named." };
        var on = new Option<DateOnly?>("--on") { Description = "Day from which new class memberships hold; today when not named." };
        var classes = new Option<bool>("--create-classes") { Description = "Creates classes that the school year lacks." };
        var confirm = new Option<bool>("--confirm") { Description = "Does it; without it, says what would be done and changes nothing." };
        var command = new Command("import-people", "Imports pupils or staff from the Ministry's export: a preview, then all of it or nothing.") { file, library, year, on, classes, confirm };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) =>
            {
                var day = arguments.GetValue(on) ?? services.GetRequiredService<TimeProvider>().Today();
                var request = new PersonImportRequest { LibraryId = 0, StartYear = arguments.GetValue(year) ?? SchoolYear.StartYearOf(day), On = day, CreatesClasses = arguments.GetValue(classes) };
                return RunAsync(services, arguments.GetRequiredValue(file), arguments.GetRequiredValue(library), request, arguments.GetValue(confirm), token);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, string code, PersonImportRequest request, bool confirm, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return await CommandHost.FailAsync($"There is no file '{path}'.");
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        var db = services.GetRequiredService<LibraryDb>();
        var libraryId = await db.Libraries.Where(l => l.Code == code).Select(l => (long?)l.Id).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } known)
            return await CommandHost.FailAsync($"There is no library '{code}'.");
        var file = await File.ReadAllBytesAsync(path, cancellationToken);
        var preview = await PersonImport.PreviewAsync(db, request with { LibraryId = known }, file, cancellationToken);
        Print(preview);
        if (preview.Token is not { } token)
            return CommandHost.Failed;
        if (!confirm)
            return CommandHost.Done;
        if (await PersonImport.ConfirmAsync(db, request with { LibraryId = known }, file, token, cancellationToken) is null)
            return await CommandHost.FailAsync("The cards have changed meanwhile: nothing was imported. Run it again.");
        Console.WriteLine("Imported.");
        return CommandHost.Done;
    }

    private static void Print(PersonImportPreview preview)
    {
        foreach (var problem in preview.Problems)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(problem.IsBlocking ? "fault" : "remark")}: {problem.Code}, sheet {problem.Sheet ?? "-"}, row {problem.Row}, column {problem.Column ?? "-"}: {problem.Value}"));
        foreach (var line in preview.Lines.Where(line => line.Action is PersonImportAction.Update or PersonImportAction.Merge))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {line.Row.RowNumber}, {line.CardNumber}, {line.Action}: {string.Join("; ", line.Changes)}"));
        var counts = Enum.GetValues<PersonImportAction>().Select(action => string.Create(CultureInfo.InvariantCulture, $"{action} {preview.Count(action)}"));
        Console.WriteLine($"{string.Join(", ", counts)}; new classes: {(preview.NewClasses.Count == 0 ? "none" : string.Join(", ", preview.NewClasses))}");
    }
}
