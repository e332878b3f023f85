using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Reporting.Labels;
using Platform.Storage.Catalogue;

namespace Platform.Cli.Catalogue;

/// <summary><c>platform labels --library CODE --from NUMBER --to NUMBER -o FILE</c>.</summary>
internal static class LabelCommand
{
    public static Command Create()
    {
        var library = new Option<string>("--library") { Description = "Code of the library.", Required = true };
        var from = new Option<string>("--from") { Description = "First registration number.", Required = true };
        var to = new Option<string>("--to") { Description = "Last registration number.", Required = true };
        var kind = new Option<LabelKind>("--kind") { Description = "Spine or Barcode.", DefaultValueFactory = _ => LabelKind.Spine };
        var sheet = new Option<string>("--sheet") { Description = string.Join(", ", LabelSheet.All.Select(s => s.Code)) + ".", DefaultValueFactory = _ => LabelSheet.All[0].Code };
        var skip = new Option<int>("--skip") { Description = "Labels that the first sheet lacks already." };
        var output = new Option<string>("--output", "-o") { Description = "The PDF to write.", Required = true };
        var command = new Command("labels", "Prints spine or bar code labels for a stretch of a library's register.") { library, from, to, kind, sheet, skip, output };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => PrintAsync(
                services.GetRequiredService<LibraryDb>(), arguments.GetRequiredValue(library), (arguments.GetRequiredValue(from), arguments.GetRequiredValue(to)),
                (arguments.GetValue(kind), arguments.GetRequiredValue(sheet), arguments.GetValue(skip), arguments.GetRequiredValue(output)), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> PrintAsync(
        LibraryDb db, string code, (string From, string To) numbers, (LabelKind Kind, string Sheet, int Skip, string Output) print, CancellationToken cancellationToken)
    {
        if (LabelSheet.Of(print.Sheet) is not { } sheet)
            return await CommandHost.FailAsync($"There is no sheet '{print.Sheet}'.");
        if (await db.Libraries.Where(l => l.Code == code).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancellationToken) is not { } library)
            return await CommandHost.FailAsync($"There is no library with code '{code}'.");
        var items = await LabelledItems.ReadAsync(db, library, numbers.From, numbers.To, cancellationToken);
        if (items.Count == 0)
            return await CommandHost.FailAsync($"Library '{code}' has no copy from '{numbers.From}' to '{numbers.To}'.");
        var pdf = LabelPrint.ToPdf([.. items.Select(i => new Label(i.Library, i.CallNumber, i.RegistrationNumber))], print.Kind, sheet, print.Skip);
        await File.WriteAllBytesAsync(print.Output, pdf, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{items.Count} labels in {print.Output}."));
        return CommandHost.Done;
    }
}
