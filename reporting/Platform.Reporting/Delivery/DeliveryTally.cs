using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Delivery;

/// <summary>How many attempts of one run came to which state.</summary>
public sealed class DeliveryTally
{
    private readonly Dictionary<DeliveryState, int> _states = [];

    /// <summary>Attempts in all, also those whose lease was lost.</summary>
    public int Attempts { get; private set; }

    /// <summary>Attempts that came to the state.</summary>
    public int this[DeliveryState state] => _states.GetValueOrDefault(state);

    internal void Count(DeliveryState? state)
    {
        Attempts++;
        if (state is { } known)
            _states[known] = this[known] + 1;
    }
}
