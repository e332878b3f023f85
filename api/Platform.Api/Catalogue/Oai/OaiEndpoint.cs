using System.Xml;
using Microsoft.Extensions.Options;
using Platform.Api.Catalogue.Interchange;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Catalogue.Harvesting;

namespace Platform.Api.Catalogue.Oai;

/// <summary><c>/oai</c>: the Open Archives Initiative Protocol for Metadata Harvesting 2.0, over GET and POST.</summary>
internal sealed class OaiEndpoint(LibraryDb db, HarvestList changes, OaiRecords records, IOptions<OaiOptions> options, TimeProvider clock)
{
    public const string Path = "/oai";

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OaiOptions>().Bind(configuration.GetSection(OaiOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OaiOptions>, OaiOptionsValidator>();
        services.AddScoped<HarvestList>().AddScoped<OaiRecords>().AddScoped<OaiEndpoint>();
    }

    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<OaiOptions>>().Value.Enabled)
            app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], (HttpContext http, OaiEndpoint endpoint) => endpoint.AnswerAsync(http));
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (!db.Scope.May(Permission.ReadCatalogue))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await SmallForm.GivenAsync(http.Request) is not { } given)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var arguments = OaiArguments.Read(given);
        var address = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{Path}";
        var at = clock.GetUtcNow(); // before reading: what is saved meanwhile comes with the next harvest
        var answer = arguments.Fault is { } fault ? new OaiAnswer(null, fault) : await VerbAsync(arguments, address, http.RequestAborted);
        return Results.Stream(answer.ToXml(arguments, address, at), "text/xml; charset=utf-8");
    }

    private Task<OaiAnswer> VerbAsync(OaiArguments arguments, string address, CancellationToken cancellationToken) => arguments.Verb switch
    {
        "Identify" => IdentifyAsync(address, cancellationToken),
        "ListMetadataFormats" => FormatsAsync(arguments, cancellationToken),
        "ListSets" => OaiSets.ListAsync(db, arguments, cancellationToken),
        "GetRecord" => records.GetAsync(arguments, cancellationToken),
        _ => records.ListAsync(arguments, cancellationToken),
    };

    private async Task<OaiAnswer> IdentifyAsync(string address, CancellationToken cancellationToken)
    {
        var beginning = await changes.BeginningAsync(cancellationToken) ?? clock.GetUtcNow();
        return OaiAnswer.Of(xml =>
        {
            Write(xml, "repositoryName", options.Value.RepositoryName);
            Write(xml, "baseURL", address);
            Write(xml, "protocolVersion", "2.0");
            Write(xml, "adminEmail", options.Value.AdminEmail);
            Write(xml, "earliestDatestamp", OaiDate.Text(beginning));
            Write(xml, "deletedRecord", "persistent");
            Write(xml, "granularity", "YYYY-MM-DDThh:mm:ssZ");
        });
    }

    private async Task<OaiAnswer> FormatsAsync(OaiArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments["identifier"] is { } identifier && await records.FindAsync(identifier, cancellationToken) is null)
            return OaiAnswer.Refused("idDoesNotExist", $"There is no record '{identifier}'.");
        return OaiAnswer.Of(xml =>
        {
            foreach (var format in OaiFormat.All)
            {
                xml.WriteStartElement("metadataFormat", OaiAnswer.Namespace);
                Write(xml, "metadataPrefix", format.Prefix);
                Write(xml, "schema", format.Schema);
                Write(xml, "metadataNamespace", format.Namespace);
                xml.WriteEndElement();
            }
        });
    }

    private static void Write(XmlWriter xml, string element, string text) => xml.WriteElementString(element, OaiAnswer.Namespace, text);
}
