using Microsoft.Extensions.Options;
using Platform.Reporting.Definitions;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>Stops the start on a reporting setting that cannot work, and names every one with its value.</summary>
internal sealed class ReportingOptionsValidator(DefinitionCatalogue catalogue) : IValidateOptions<ReportingOptions>
{
    public ValidateOptionsResult Validate(string? name, ReportingOptions options)
    {
        var faults = new List<string>();
        if (!Enum.TryParse<SchedulerMode>(options.Scheduler, ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
            faults.Add($"Reporting:Scheduler must be InProcess or Off, was '{options.Scheduler}'.");
        if (options.CatchUp is < 1 or > 120)
            faults.Add($"Reporting:CatchUp must be between 1 and 120 periods, was {options.CatchUp}.");
        if (options.PublicAddress is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http")))
            faults.Add($"Reporting:PublicAddress must be an absolute http(s) address, was '{address}'.");
        foreach (var (report, cron) in options.ActiveSchedules)
        {
            if (catalogue.Definitions.All(d => !string.Equals(d.Code, report, StringComparison.OrdinalIgnoreCase)))
                faults.Add($"Reporting:Schedules names '{report}', which is no report.");
            if (!CronExpression.TryParse(cron, out _))
                faults.Add($"Reporting:Schedules:{report} must be a cron expression with seconds, was '{cron}'.");
        }
        foreach (var (upkeep, cron) in options.ActiveUpkeep.Where(u => !CronExpression.TryParse(u.Value, out _)))
            faults.Add($"Reporting:Upkeep:{upkeep} must be a cron expression with seconds, was '{cron}'.");
        foreach (var (body, register, columns) in options.Registers.SelectMany(b => b.Value.Select(r => (b.Key, r.Key, r.Value))))
        {
            var forms = catalogue.Definitions.Where(d => string.Equals(d.Code, register.Split('/')[0], StringComparison.OrdinalIgnoreCase)).ToList();
            if (forms.Count is 0)
                faults.Add($"Reporting:Registers:{body} names '{register}', which is no report.");
            faults.AddRange(forms.SelectMany(form => RegisterColumns.FaultsOf(form, register, [.. columns])).Distinct().Select(fault => $"Reporting:Registers:{body}:{register}: {fault}."));
        }
        return faults.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
