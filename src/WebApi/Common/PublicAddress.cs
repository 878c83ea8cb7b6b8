namespace Suyuan.Common;

/// <summary>
/// Where the public reaches this system, for codes that are printed and scanned elsewhere: the setting PublicAddress, or the address
/// that the request came to.
/// </summary>
internal sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    private readonly string? configured = configuration["PublicAddress"]?.TrimEnd('/');

    public string Of(string path) => (configured ?? Asked()) + path;

    private string Asked() => http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : "";
}
