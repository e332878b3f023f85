using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Platform.Api.Access;

/// <summary>Builds the plain pages of signing in: no script, no outside address, readable on a telephone and by a screen reader.</summary>
internal sealed class AccessPage(PageText text, string title)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _body = new();

    public const string Style = """
        :root { color-scheme: light dark; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; line-height: 1.5 }
        body { margin: 0; background: light-dark(#f3f5f7, #15181b); color: light-dark(#1b1f23, #e9ecef) }
        main { max-width: 24rem; margin: 6vh auto; padding: 1.5rem; background: light-dark(#fff, #1f2428); border-radius: .75rem; box-shadow: 0 1px 4px #0003 }
        h1 { font-size: 1.4rem; margin: 0 0 .25rem }
        p { margin: .5rem 0 }
        label { display: block; margin-top: 1rem; font-weight: 600 }
        input { box-sizing: border-box; width: 100%; min-height: 2.9rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit; border: 1px solid light-dark(#6c757d, #adb5bd); border-radius: .4rem; background: transparent; color: inherit }
        button, a.button { box-sizing: border-box; display: block; width: 100%; min-height: 2.9rem; margin-top: 1rem; padding: .6rem .75rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border: 1px solid #0b5394; border-radius: .4rem; background: #0b5394; color: #fff; cursor: pointer }
        a.button, button.plain { background: transparent; color: light-dark(#0b5394, #9ec9f5); border-color: currentColor }
        input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #f0a500; outline-offset: 2px }
        [role=alert] { padding: .6rem .75rem; border-left: 4px solid #c92a2a; background: light-dark(#fff0f0, #3a1c1c) }
        small { display: block; margin-top: 1.25rem; color: light-dark(#495057, #adb5bd) }
        @media (max-width: 30rem) { main { margin: 0; min-height: 100vh; box-sizing: border-box; border-radius: 0 } }
        """;

    public AccessPage Paragraph(string words)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(words)}</p>\n");
        return this;
    }

    public AccessPage List(IEnumerable<string> lines)
    {
        _body.Append("<ul>");
        foreach (var line in lines)
            _body.Append(CultureInfo.InvariantCulture, $"<li>{Html.Encode(line)}</li>");
        _body.Append("</ul>\n");
        return this;
    }

    public AccessPage Alert(string? words)
    {
        if (words is not null)
            _body.Append(CultureInfo.InvariantCulture, $"<p role=\"alert\" id=\"problem\">{Html.Encode(words)}</p>\n");
        return this;
    }

    public AccessPage Small(string words)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<small>{Html.Encode(words)}</small>\n");
        return this;
    }

    public AccessPage Link(string address, string words)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<a class=\"button\" href=\"{Html.Encode(address)}\">{Html.Encode(words)}</a>\n");
        return this;
    }

    public AccessPage Form(string action, IEnumerable<KeyValuePair<string, string>> hidden, Action<AccessPage> fields)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{Html.Encode(action)}\">\n");
        foreach (var (name, value) in hidden)
            _body.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{Html.Encode(name)}\" value=\"{Html.Encode(value)}\">\n");
        fields(this);
        _body.Append("</form>\n");
        return this;
    }

    /// <summary>A labelled input; <paramref name="traits"/> are attributes written as they are.</summary>
    public AccessPage Input(string name, string label, string traits)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<label for=\"{name}\">{Html.Encode(label)}</label>\n<input id=\"{name}\" name=\"{name}\" {traits}>\n");
        return this;
    }

    public AccessPage Button(string words, string? name = null, string? value = null, bool plain = false)
    {
        var traits = (name is null ? "" : $" name=\"{name}\" value=\"{value}\"") + (plain ? " class=\"plain\"" : "");
        _body.Append(CultureInfo.InvariantCulture, $"<button{traits}>{Html.Encode(words)}</button>\n");
        return this;
    }

    /// <summary>Writes the page.</summary>
    /// <param name="http">The request it answers.</param>
    /// <param name="status">Status code.</param>
    /// <param name="formTarget">
    /// The client's origin, when the form leads there: browsers hold <c>form-action</c> against the redirects after a form, too.
    /// </param>
    public Task WriteAsync(HttpContext http, int status, string? formTarget = null)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; form-action 'self'{(formTarget is null ? "" : " " + formTarget)}; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Vary = "Accept-Language, Cookie";
        return response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{text.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(title)}</title>
            <link rel="stylesheet" href="{AccessPaths.Style}">
            </head>
            <body>
            <main>
            <h1>{Html.Encode(title)}</h1>
            {_body}</main>
            </body>
            </html>

            """);
    }
}
