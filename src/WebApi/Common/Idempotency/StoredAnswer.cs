using System.Text.Json;

namespace Suyuan.Common;

/// <summary>An answer as it was given.</summary>
internal sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] Kept = ["Content-Type", "Content-Language", "Location", "ETag", "Link"];

    public static StoredAnswer Of(HttpResponse response, byte[] body) => new(
        response.StatusCode,
        Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString()),
        body);

    public static StoredAnswer Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<StoredAnswer>(json)!;

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this);

    public void WriteTo(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
    }
}
