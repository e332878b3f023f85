using System.Net;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>
/// The scope of the request, or of one operation on a socket: whoever opens a service scope for an operation sets it before the
/// database is opened. Until then it is nobody.
/// </summary>
internal sealed class RequestScope
{
    /// <summary>Who acts.</summary>
    public Scope Current { get; set; } = Scope.Anonymous;

    /// <summary>The client whose token was sent; null without token.</summary>
    public string? ClientId { get; private set; }

    /// <summary>When the token ends that was sent; null without token. What is streamed ends with it.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Where the request comes from; null for one that came over no network.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>The request carries a valid token.</summary>
    public void Carries(Bearer bearer) => (Current, ClientId, ExpiresAt) = (bearer.Scope, bearer.ClientId, bearer.ExpiresAt);

    public void CopyFrom(RequestScope other) => (Current, ClientId, ExpiresAt, Address) = (other.Current, other.ClientId, other.ExpiresAt, other.Address);

    /// <summary>Whom limits are counted for: the account with its client, or where nobody is signed in the address.</summary>
    public string CallerOf(Scope scope) => scope.AccountId is null ? Network.CallerAt(Address) : $"{scope.Actor} {ClientId}";
}
