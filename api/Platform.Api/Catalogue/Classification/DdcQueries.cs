using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Classification;

namespace Platform.Api.Catalogue.Classification;

/// <summary><c>ddcClasses</c> and <c>checkDdc</c>: the classification as far as the catalogue uses it, and its numbers checked.</summary>
internal static partial class DdcQueries
{
    private const int LongestNumber = 50;

    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var node = new RecordGraph<DdcClass>(kinds).With(c => c.Number).With(c => c.Name).With(c => c.Records).With(c => c.Parent);
        var classes = MarcGraphs.ListOf(node).Field("ddcClasses", "The classes one step below a class of the Dewey classification that the catalogue uses, with how many records stand in each: without a parent the ten main classes, below them divisions, sections and decimals in use.");
        classes.Arguments = new QueryArguments(GraphKind.Of<StringGraphType>().Argument("parent", "Digits of the class, as a class gives them in 'parent': 8, 89, 895, 895.9."));
        classes.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(
            context.RequestServices!.GetRequiredService<LibraryDb>(), context.GetArgument<string?>("parent") ?? "", context.CancellationToken)); // the runner always gives services
        query.AddField(classes.Requires(Permission.ReadCatalogue));

        var read = new RecordGraph<DdcCheck>(kinds).With(c => c.Kind).With(c => c.Number).With(c => c.BookMark).With(c => c.Vietnamese).With(c => c.English).With(c => c.Repair);
        var check = GraphKind.Of(read).Required().Field("checkDdc", "Whether a text is a number of the Dewey classification by its form, and what was meant when it is not. A repair is to be confirmed by a person.");
        check.Arguments = new QueryArguments(GraphKind.Of<StringGraphType>().Required().Argument("number", "The text of 082 $a."));
        check.Resolver = new FuncFieldResolver<object>(context => DdcCheck.Of(context.GetArgument<string>("number")));
        query.AddField(check.Requires(Permission.ReadCatalogue));
    }

    private static async Task<IReadOnlyList<DdcClass>> ReadAsync(LibraryDb db, string parent, CancellationToken cancellationToken)
    {
        if (parent.Length > LongestNumber || !Digits().IsMatch(parent))
            return [];
        var length = DdcSummary.LengthBelow(parent);
        var numbers = db.Records.Where(r => r.Ddc != null).Select(r => r.Ddc!.Replace(" ", "")).Where(n => n.StartsWith(parent) && n.Length >= length);
        var counts = await numbers.GroupBy(n => n.Substring(0, length)).Select(g => new { Digits = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var used = counts.Where(c => Digits().IsMatch(c.Digits)).ToDictionary(c => c.Digits, c => c.Count);
        // The main classes and divisions are shown though nothing stands in them yet.
        var named = Enumerable.Range(0, 10).Select(digit => $"{parent}{digit}").Where(digits => DdcSummary.NameOf(digits) is not null);
        return [.. used.Keys.Union(named).Order(StringComparer.Ordinal).Select(digits => new DdcClass(DdcSummary.Written(digits), DdcSummary.NameOf(digits), used.GetValueOrDefault(digits), digits))];
    }

    [GeneratedRegex(@"^(\d{0,3}|\d{3}\.\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

/// <summary>A class of the Dewey classification that the catalogue uses.</summary>
/// <param name="Number">The class as it is written: 890, 895, 895.9.</param>
/// <param name="Name">Short name in Vietnamese of a main class or division; null below them: no schedule text is part of the platform.</param>
/// <param name="Records">Records in the class and below it.</param>
/// <param name="Parent">The digits to ask for the classes below it.</param>
internal sealed record DdcClass(string Number, string? Name, int Records, string Parent);

/// <summary>What a text in the place of a DDC number is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number in it; null when there is none.</param>
/// <param name="BookMark">The book mark behind it; null when there is none.</param>
/// <param name="Vietnamese">What is wrong, in Vietnamese; null when nothing is.</param>
/// <param name="English">What is wrong, in English; null when nothing is.</param>
/// <param name="Repair">What was meant, perhaps; null when there is no telling.</param>
internal sealed record DdcCheck(DdcKind Kind, string? Number, string? BookMark, string? Vietnamese, string? English, string? Repair)
{
    public static DdcCheck Of(string text)
    {
        var (read, fault) = (DdcNumber.Read(text), DdcNumber.Check(text));
        return new DdcCheck(read.Kind, read.Number, read.BookMark, fault?.Vietnamese, fault?.English, fault?.Repair);
    }
}
