using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Seasons;
using Suyuan.TraceCards;

namespace Suyuan.CollectorFiles;

/// <summary>Exports a card file (追溯码文件): each card is marked exported before the file that holds it gets its number.</summary>
internal sealed class CardFiles(TraceCardQueries cards, CollectorFileQueries files, FileSeal seal, IGrainFactory grains)
{
    private const int AtOnce = 32;

    public async Task<Result<CardFile>> Export(Caller caller, GinCode gin, CardFileRequest request)
    {
        var id = new GinLineId(gin, request.Line);
        var (known, line) = (await grains.CollectorFiles(id).Get(caller), await grains.GinLine(id).Get());
        if (known.Refused) return known.Refusal;
        if (known.Value.KeyNumber == 0) return CollectorFileRefusals.KeyMissing(id);

        var exported = new List<TraceCardView>();
        foreach (var chunk in (await cards.Exportable(gin, request)).Chunk(AtOnce))
        {
            var results = await Task.WhenAll(chunk.Select(card => grains.TraceCard(card).Export(new(caller, id))));
            exported.AddRange(results.Where(result => !result.Refused).Select(result => result.Value));
        }

        var withdrawn = await files.Withdrawn(id);
        var numbered = await grains.CollectorFiles(id).Number(new(caller, id, exported.Count + withdrawn.Count));
        if (numbered.Refused) return numbered.Refusal;
        var policy = await grains.Season(SeasonYear.Of(numbered.Value.CardFileExportedAt!.Value)).Get();
        return new CardFile(numbered.Value, line.Value, policy.Value, exported, withdrawn);
    }

    public Results<FileContentHttpResult, ProblemHttpResult> Answer(Result<CardFile> file) => file.Refused
        ? file.Refusal.ToProblem()
        : TypedResults.File(Sealed(file.Value), "text/csv; charset=utf-8", file.Value.Name);

    private byte[] Sealed(CardFile file)
    {
        var (head, rows) = (Encoding.ASCII.GetBytes(file.Head), Encoding.ASCII.GetBytes(file.Rows));
        return [.. head, .. Encoding.ASCII.GetBytes($"{FileSeal.Name},{seal.Of(file.Files, head, rows)}\r\n"), .. rows];
    }
}
