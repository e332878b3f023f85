using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Platform.Storage.Catalogue.Search;

/// <summary>
/// Scores in whole numbers that depend on the query's weights and the record alone: no collection statistics, so that a score does not move
/// when other records come and go, and sums of them are exact in any order. In fields with norms a short text counts a little more.
/// </summary>
internal sealed class WholeNumberSimilarity : Similarity
{
    private const int ShortText = 12;

    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float QueryNorm(float valueForNormalization) => 1;

    public override long ComputeNorm(FieldInvertState state) => Math.Min(state.Length, byte.MaxValue);

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        new Weight(queryBoost, collectionStats.Field);

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        new Scorer((Weight)weight, context.AtomicReader.GetNormValues(((Weight)weight).Field));

    private sealed class Weight(float queryBoost, string field) : SimWeight
    {
        public string Field { get; } = field;

        public float Value { get; private set; }

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => Value = MathF.Round(queryBoost * topLevelBoost);
    }

    private sealed class Scorer(Weight weight, NumericDocValues? lengths) : SimScorer
    {
        public override float Score(int doc, float freq) =>
            weight.Value == 0 || lengths is null ? weight.Value : weight.Value + Math.Max(0, ShortText - lengths.Get(doc));

        public override float ComputeSlopFactor(int distance) => 1;

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
