namespace Platform.Storage.Synthetic;

/// <summary>How much to invent. The same numbers and seed give the same rows, on any machine and any database.</summary>
public sealed record SyntheticSpec
{
    /// <summary>Schools with a library; the first is the hub of a group of the first hundred.</summary>
    public int Schools { get; init; } = 20;

    /// <summary>Bibliographic records.</summary>
    public int Records { get; init; }

    /// <summary>Copies: a few books have many, most one or two.</summary>
    public int Items { get; init; }

    /// <summary>Patrons: one in sixteen a teacher, the others pupils of classes.</summary>
    public int Patrons { get; init; }

    /// <summary>Loans of the past five years, spread over all copies; the last ones of some are still open. Needs copies and patrons.</summary>
    public int Loans { get; init; }

    /// <summary>Where the chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What is wrong with the numbers; null when nothing is.</summary>
    public string? Fault() => this switch
    {
        { Schools: < 1 } => "There must be at least one school.",
        { Records: < 0 } or { Items: < 0 } or { Patrons: < 0 } or { Loans: < 0 } => "A number is below zero.",
        { Items: > 0, Records: 0 } => "Copies need records.",
        { Loans: > 0, Items: 0 } or { Loans: > 0, Patrons: 0 } => "Loans need copies and patrons.",
        { Loans: > 0 } when Patrons < Schools => "Loans need a patron in every school.",
        _ => null,
    };
}
