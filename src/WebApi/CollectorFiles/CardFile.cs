using System.Globalization;
using System.Text;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.CollectorFiles;

/// <summary>
/// A card file as it is written (docs/file-formats.md): whatever an off-line collector must know to judge scans and to end cards as
/// the line will.
/// </summary>
internal sealed record CardFile(
    CollectorFilesView Files,
    GinLineView Line,
    SeasonPolicy Policy,
    IReadOnlyList<TraceCardView> Exported,
    IReadOnlyList<CardNumber> Withdrawn)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"cards-{Files.Line}-{Files.LastCardFile:0000}.csv");

    public string Head => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        suyuan-card-file,1
        gin,{Files.Line.Gin}
        line,{Files.Line.Number}
        model,{Line.Model}
        season,{Policy.Season}
        exportedAt,{ChinaTime.At(Files.CardFileExportedAt!.Value):yyyy-MM-dd'T'HH:mm:sszzz}
        fileNumber,{Files.LastCardFile}
        key,{Files.KeyNumber}
        lastSequence,{Line.LastSequence}
        lastCollectionFile,{Files.LastCollectionFile}
        queueLimit,{Line.QueueLimit}
        maximumDelayBales,{Policy.MaximumDelayBales}
        processedBasis,{Policy.ProcessedBasis.Stored()}
        standardImpurityPct,{Policy.StandardImpurityPct:0.###}
        conditionedRegainPct,{Policy.ConditionedRegainPct:0.###}
        count,{Exported.Count + Withdrawn.Count}

        """).ReplaceLineEndings("\r\n");

    public string Rows
    {
        get
        {
            var rows = new StringBuilder("card,unit,quotaKg,remainingBales,state\r\n");
            foreach (var card in Exported)
                rows.Append(CultureInfo.InvariantCulture, $"{card.Card},{card.Unit},{card.QuotaKg},{card.AvailableBales},exported\r\n");
            foreach (var card in Withdrawn) rows.Append(CultureInfo.InvariantCulture, $"{card},,,,withdrawn\r\n");
            return rows.ToString();
        }
    }
}
