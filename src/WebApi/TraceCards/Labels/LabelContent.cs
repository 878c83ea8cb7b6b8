using QRCoder;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.TraceCards;

/// <summary>What a label says (CD2), on whatever it is printed: never an ID number.</summary>
internal sealed record LabelContent(
    string Title, string Number, string Url, IReadOnlyList<LabelRow> Rows, int FilmCount, LabelRun Run)
{
    private const string Unknown = "—";

    public static LabelContent Of(TraceCardView card, LabelRun run, PublicAddress address) => new(
        "棉花质量追溯卡", card.Card.Value, address.Of($"/c/{card.Card}"),
        [
            new("加工企业", card.Gin.Value),
            new("年度", card.Season.ToString()),
            new("追溯单元", card.UnitName),
            new("种植者", card.GrowerMaskedName),
            new("品种", card.Variety ?? Unknown),
            new("磅单号", card.Ticket.Value),
            new("净重", card.NetKg is { } net ? $"{net} kg" : Unknown),
            new("打印日期", $"{ChinaTime.DateOf(card.PrintedAt):yyyy-MM-dd}"),
        ],
        card.FilmCount, run);

    /// <summary>Marks labels that were printed again, so that two of the same film on one module raise no question.</summary>
    public string? ReprintMark => Run.Reprint is null ? null : "补打";

    /// <summary>n/m; where nobody said which film it is, n is left to the pen.</summary>
    public string MarkOf(FilmLabels labels) => $"{labels.Film?.ToString() ?? "__"}/{FilmCount}";

    /// <summary>Modules of the QR code, row by row, its quiet zone included; true is black.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Qr()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Url, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }
}

/// <summary>One line of a label.</summary>
internal sealed record LabelRow(string Name, string Value);
