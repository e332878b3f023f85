namespace Platform.Reporting.Snapshots;

/// <summary>A contributor of a cell, as it was when the period closed.</summary>
/// <param name="EntityId">Key of the row behind it.</param>
/// <param name="On">The school day it belongs to.</param>
/// <param name="Amount">What it adds to the cell.</param>
/// <param name="Key">Natural key, for example the registration number (ĐKCB).</param>
/// <param name="Label">What it is about.</param>
public readonly record struct FrozenFact(long EntityId, DateOnly On, long Amount, string? Key, string Label);
