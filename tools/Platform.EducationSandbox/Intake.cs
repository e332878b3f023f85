using System.Text.Json;

namespace Platform.EducationSandbox;

/// <summary>Receives deliveries and gives their receipts.</summary>
internal sealed class Intake(Holdings holdings, Script script, Tokens tokens)
{
    /// <summary>Takes a delivery under its key.</summary>
    public async Task<IResult> PutAsync(string key, HttpContext context)
    {
        if (!tokens.Knows(context.Request.Headers.Authorization))
            return Results.StatusCode(401);
        // Read whole before anything else happens: what was cut on the way never counts as received.
        var (parcel, faults) = await ParcelReader.ReadAsync(context.Request, context.RequestAborted);
        var cue = CueOf(context) ?? script.Next(Stage.Receive);
        if (cue is not null && await Acting.BeforeAsync(context, cue) is { } answer)
            return answer;
        if (parcel is null)
            return Acting.Refusal(422, faults);
        if (parcel.Manifest.Key != key)
            return Acting.Refusal(400, $"The manifest names '{parcel.Manifest.Key}'.");

        var verdict = holdings.Take(parcel);
        if (cue?.Act is Act.Repeat)
            verdict = holdings.Take(parcel);
        return await Acting.AfterAsync(context, cue, Answer(verdict));
    }

    /// <summary>The receipt of a delivery.</summary>
    public async Task<IResult> GetAsync(string key, HttpContext context)
    {
        if (!tokens.Knows(context.Request.Headers.Authorization))
            return Results.StatusCode(401);
        var cue = script.Next(Stage.Ask);
        if (cue is not null && await Acting.BeforeAsync(context, cue) is { } answer)
            return answer;
        var usual = holdings.Find(key) is { } held ? Answer(Verdict.Yes(held, isNew: false)) : Results.StatusCode(404);
        return await Acting.AfterAsync(context, cue, usual);
    }

    private static IResult Answer(Verdict verdict) => verdict.Acceptance is { } held
        ? Results.Json(new { held.Receipt, held.ReceivedAt, held.ContentHash, held.Results }, JsonSerializerOptions.Web, statusCode: verdict.Status)
        : Acting.Refusal(verdict.Status, verdict.Messages);

    private static Cue? CueOf(HttpContext context) =>
        Enum.TryParse<Act>(context.Request.Headers["X-Sandbox-Behaviour"], ignoreCase: true, out var act) ? new Cue(act) : null;
}

internal static class IntakeEndpoints
{
    public static void MapIntake(this WebApplication app)
    {
        app.MapPut("/api/deliveries/{key}", (string key, HttpContext context, Intake intake) => intake.PutAsync(key, context)).DisableAntiforgery();
        app.MapGet("/api/deliveries/{key}", (string key, HttpContext context, Intake intake) => intake.GetAsync(key, context));
    }
}
