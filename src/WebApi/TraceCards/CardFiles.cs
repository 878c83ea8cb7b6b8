using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.TraceCards;

/// <summary>The card file (追溯码文件) that an off-line collector reads: each card is marked exported before the file holds it.</summary>
internal sealed class CardFiles(TraceCardQueries queries, IGrainFactory grains)
{
    public async Task<Result<CardFile>> Export(Caller caller, GinCode gin, CardFileRequest request)
    {
        var line = new GinLineId(gin, request.Line);
        if (!caller.WorksAt(gin.Value) || (await grains.GinLine(line).Get()).Refused) return SharedRefusals.NotFound("gin-line");

        var exported = new List<TraceCardView>();
        foreach (var chunk in (await queries.Exportable(gin, request)).Chunk(32))
        {
            var results = await Task.WhenAll(chunk.Select(card => grains.TraceCard(card).Export(new(caller, line))));
            exported.AddRange(results.Where(result => !result.Refused).Select(result => result.Value));
        }

        return new CardFile(line, exported);
    }
}

internal sealed record CardFile(GinLineId Line, IReadOnlyList<TraceCardView> Cards)
{
    public string Text
    {
        get
        {
            var text = new StringBuilder("card,unit,quotaKg,remainingBales,state\r\n");
            foreach (var card in Cards)
                text.Append(CultureInfo.InvariantCulture, $"{card.Card},{card.Unit},{card.QuotaKg},{card.AvailableBales},exported\r\n");
            return text.ToString();
        }
    }
}

internal static class CardFileAnswers
{
    public static Results<FileContentHttpResult, ProblemHttpResult> ToFile(this Result<CardFile> file) => file.Refused
        ? file.Refusal.ToProblem()
        : TypedResults.File(Encoding.UTF8.GetBytes(file.Value.Text), "text/csv; charset=utf-8", $"cards-{file.Value.Line}.csv");
}
