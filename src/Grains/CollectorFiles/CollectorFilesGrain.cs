using System.Security.Cryptography;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

internal sealed class CollectorFilesGrain(
    [PersistentState("collector-files")] IPersistentState<CollectorFiles> stored,
    IFacts facts,
    IPersonalData secrets,
    TimeProvider time) : Grain, ICollectorFilesGrain
{
    private const int KeyBytes = 32;

    private static readonly string[] Outdating = ["collection_files_pkey"];

    private GinLineId Line
    {
        get
        {
            var parts = this.GetPrimaryKeyString().Split('-');
            return new(new(parts[1]), int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public async Task<Result<CollectorFilesView>> Get(Caller by) =>
        await WhyNot(by) is { } whyNot ? whyNot : stored.State.ToView(Line);

    public async Task<Result<FileKeyView>> IssueKey(IssueFileKey command)
    {
        if (await WhyNot(command.By) is { } whyNot) return whyNot;
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        var kept = secrets.Protect(key);
        return await this.Decide(
            stored,
            current => current.IssueKey(command, kept, time.GetUtcNow()),
            current => current.ToKeyView(Line, key));
    }

    public async Task<Result<CollectorFilesView>> Number(NumberCardFile command) =>
        await WhyNot(command.By) is { } whyNot
            ? whyNot
            : await this.Decide(stored, current => current.Number(command, time.GetUtcNow()), current => current.ToView(Line));

    public async Task<Result<CollectorFilesView>> Take(TakeCollectionFile command)
    {
        if (await WhyNot(command.By) is { } whyNot) return whyNot;
        return await this.Decide<CollectorFiles, CollectorFilesView>(stored, Outdating, async _ =>
        {
            var known = await facts.Find<CollectionFile>("find_collection_file", Line.Gin.Value, Line.Number, command.File.Number);
            return new(current => current.Take(command, known, time.GetUtcNow()), current => current.ToView(Line));
        });
    }

    /// <summary>Files belong to a line: where there is none for the caller, there are none.</summary>
    private async Task<Refusal?> WhyNot(Caller by) =>
        by.WorksAt(Line.Gin.Value) && !(await GrainFactory.GinLine(Line).Get()).Refused ? null : SharedRefusals.NotFound("gin-line");
}
