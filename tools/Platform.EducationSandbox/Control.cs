using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.EducationSandbox;

/// <summary>Steers the sandbox and shows what it holds, as JSON under <c>/control</c>.</summary>
internal static class Control
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/control/holdings", (Holdings holdings) => Results.Json(new { holdings.Accepted, holdings.Records, holdings.Repeats }, Json));
        app.MapGet("/control/invariant", (Holdings holdings) => Results.Json(
            new { ok = holdings.Doubled.Count == 0, accepted = holdings.Accepted.Count, repeats = holdings.Repeats, doubled = holdings.Doubled },
            Json,
            statusCode: holdings.Doubled.Count == 0 ? 200 : 409));
        app.MapGet("/control/script", (Script script) => Results.Json(script.Pending, Json));
        app.MapPost("/control/script", async (HttpRequest request, Script script) =>
        {
            if (await CueAsync(request) is not { } cue)
                return Results.Json(new { wanted = "{ act, stage, times, seconds, message }", acts = Enum.GetNames<Act>(), stages = Enum.GetNames<Stage>() }, Json, statusCode: 400);
            script.Add(cue);
            return Results.NoContent();
        });
        app.MapDelete("/control/script", (Script script) => script.Clear());
        app.MapPut("/control/locks/{library}/{period}", (string library, string period, Holdings holdings) => holdings.Close(library, period));
        app.MapDelete("/control/locks/{library}/{period}", (string library, string period, Holdings holdings) => holdings.Reopen(library, period));
        app.MapDelete("/control/tokens", (Tokens tokens) => tokens.Withdraw());
    }

    private static async Task<Cue?> CueAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<Cue>(Json, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null; // answered with what is wanted
        }
    }
}
