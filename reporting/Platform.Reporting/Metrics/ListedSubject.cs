using Platform.Reporting.Definitions;

namespace Platform.Reporting.Metrics;

/// <summary>A fact's subject with the texts that a list prints of it.</summary>
internal sealed record ListedSubject(string? Key, string Label, IReadOnlyDictionary<RowText, string> Texts) : FactSubject(Key, Label)
{
    internal override string TextOf(RowText text) => Texts.GetValueOrDefault(text, "");
}
