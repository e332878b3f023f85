namespace Platform.Api.Access;

/// <summary>Where signing in happens.</summary>
internal static class AccessPaths
{
    public const string Connect = "/connect";
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string Revoke = "/connect/revoke";
    public const string Introspect = "/connect/introspect";
    public const string UserInfo = "/connect/userinfo";
    public const string EndSession = "/connect/sign-out";
    public const string SignIn = "/connect/sign-in";
    public const string Style = "/connect/style.css";
    public const string Outside = "/connect/outside";
}
