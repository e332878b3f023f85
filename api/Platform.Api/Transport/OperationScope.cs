using Platform.Api.Access;
using Platform.Api.GraphQL;

namespace Platform.Api.Transport;

/// <summary>Services for one operation of a connection that carries many: a database context of its own, for the caller of the connection.</summary>
internal static class OperationScope
{
    public static AsyncServiceScope Of(HttpContext http)
    {
        var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().CopyFrom(http.RequestServices.GetRequiredService<RequestScope>());
        scope.ServiceProvider.GetRequiredService<RequestLanguage>().Choose(http.Request.Headers);
        return scope;
    }
}
