using Platform.Reporting.Definitions;

namespace Platform.Reporting.Scheduling;

/// <summary>How reports are made (configuration section <c>Reporting</c>).</summary>
public sealed class ReportingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Reporting";

    /// <summary>02:00 on the first day of a month: the month before is over and the desks are shut.</summary>
    private const string FirstOfMonth = "0 0 2 1 * ?";

    private const string EveryNight = "0 30 1 * * ?";

    private const string EveryFiveMinutesByDay = "0 0/5 6-20 * * ?";

    private const string EveryMorning = "0 0 6 * * ?";

    private const string EveryHour = "0 20 * * * ?";

    /// <summary><c>InProcess</c> (default) runs the schedules in this process, <c>Off</c> leaves them to another one.</summary>
    public string Scheduler { get; set; } = nameof(SchedulerMode.InProcess);

    /// <summary>
    /// When periods are closed: report code to cron expression with seconds, in the time of Vietnam. An empty expression switches a
    /// report's schedule off. Default: R-01 at 02:00 on the first day of each month.
    /// </summary>
    public IDictionary<string, string> Schedules { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["R-01"] = FirstOfMonth };

    /// <summary>
    /// When the platform does its upkeep: name to cron expression with seconds, in the time of Vietnam. An empty expression switches one off.
    /// <c>reminders</c> of duties and dates; <c>libraries</c> end kept copies and forget finished loans; <c>notices</c> go out by mail;
    /// <c>uploads</c> that waited for the virus scanner are finished, those given up thrown away; <c>files</c> are compared with their hashes;
    /// <c>copies</c> under copyright keep no more reading seats than the library still holds.
    /// </summary>
    public IDictionary<string, string> Upkeep { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["reminders"] = EveryMorning,
        ["deadlines"] = EveryMorning,
        ["libraries"] = EveryNight,
        ["notices"] = EveryFiveMinutesByDay,
        ["uploads"] = EveryHour,
        ["files"] = EveryNight,
        ["copies"] = EveryNight,
    };

    /// <summary>How many ended periods a library may lag behind before the oldest are left to be closed by hand.</summary>
    public int CatchUp { get; set; } = 12;

    /// <summary>
    /// Columns of registers as provinces and communes keep them: code of the managing body to register (<c>S-02</c>, or <c>S-01/in</c> for one
    /// table) to its columns in order. A column of text is named by its heading, one of figures by its code; <c>+Heading</c> adds one to be
    /// filled by hand. The nearest body above a school that says something of the register decides. Default: the columns of the form.
    /// </summary>
    public IDictionary<string, IDictionary<string, IList<string>>> Registers { get; } = new Dictionary<string, IDictionary<string, IList<string>>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Address of this platform as the public reaches it, for example <c>https://thuvien.example.vn</c>: the QR code on reports leads there.
    /// Without it the code holds the report's hash alone.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Where reports are verified; the hash follows. Null without a public address.</summary>
    public string? VerifyAt => PublicAddress is { } address ? new Uri(address, "/office/verify?code=").AbsoluteUri : null;

    /// <summary>The mode as a value; only after validation.</summary>
    public SchedulerMode Mode => Enum.Parse<SchedulerMode>(Scheduler, ignoreCase: true);

    /// <summary>The form with the columns that the nearest of the bodies above a school chose for its registers.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="bodies">Codes of the bodies above the school, the nearest first.</param>
    public ReportDefinition WithColumns(ReportDefinition definition, IEnumerable<string> bodies)
    {
        ArgumentNullException.ThrowIfNull(definition);
        foreach (var body in bodies)
        {
            var chosen = Registers.TryGetValue(body, out var registers)
                ? registers.Where(r => string.Equals(r.Key.Split('/')[0], definition.Code, StringComparison.OrdinalIgnoreCase)).OrderBy(r => r.Key, StringComparer.OrdinalIgnoreCase).ToList()
                : [];
            if (chosen.Count > 0)
                return chosen.Aggregate(definition, (form, register) => RegisterColumns.Choose(form, register.Key, [.. register.Value]));
        }
        return definition;
    }

    /// <summary>The schedules that are on.</summary>
    public IEnumerable<KeyValuePair<string, string>> ActiveSchedules => Schedules.Where(s => !string.IsNullOrWhiteSpace(s.Value));

    /// <summary>The upkeep that is on.</summary>
    public IEnumerable<KeyValuePair<string, string>> ActiveUpkeep => Upkeep.Where(s => !string.IsNullOrWhiteSpace(s.Value));
}

/// <summary>Where the schedules run.</summary>
public enum SchedulerMode
{
    /// <summary>In this process.</summary>
    InProcess = 1,

    /// <summary>In another process, or not at all.</summary>
    Off = 2,
}
