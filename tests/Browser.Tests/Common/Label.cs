namespace Suyuan.Browser.Tests;

/// <summary>A printed label: its digits, and the address that its QR code holds, whatever host that names.</summary>
internal sealed record Label(string Code, string Address)
{
    public static IReadOnlyList<Label> Read(string csv) =>
    [
        .. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Label(cells[0], new Uri(cells[1]).PathAndQuery)),
    ];
}
