namespace Suyuan.Samples;

/// <summary>Forms the units, each by whoever may, and lets the regiments judge them.</summary>
internal static class UnitStep
{
    private const string Reason = "成员名单与连队种植信息不符，请核对后重新提交。";

    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        var growers = await GrowersByPlot(loading, cancellationToken);
        await Loading.Each(loading.Units, (unit, stop) => Load(loading, unit, growers, stop), cancellationToken);
    }

    /// <summary>Growers' ids are made by the platform; a plot tells whose is which.</summary>
    public static async Task<Dictionary<string, string>> GrowersByPlot(Loading loading, CancellationToken cancellationToken)
    {
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        var candidates = await platform.List($"trace-units/candidates?season={loading.Season}", cancellationToken);
        return candidates
            .SelectMany(grower => grower.GetProperty("plots").EnumerateArray(), (grower, plot) => (grower, plot))
            .ToDictionary(pair => pair.plot.GetProperty("code").GetString()!, pair => pair.grower.GetProperty("grower").GetString()!);
    }

    private static async ValueTask Load(
        Loading loading, SampleUnit unit, Dictionary<string, string> growers, CancellationToken cancellationToken)
    {
        var organizer = await loading.As(SampleAccounts.OrganizerOf(unit), cancellationToken);
        // The key makes the unit's id, so that a repetition meets the unit it made; what became of it is read afterwards.
        var key = $"sample-{loading.Season}-{loading.Units.Index().First(pair => pair.Item == unit).Index}";
        var formed = await organizer.PostOnce("trace-units", key, FormOf(loading, unit, growers), cancellationToken);
        var path = $"trace-units/{formed.Text("id")}";
        var now = await organizer.Get(path, cancellationToken);
        if (now.Text("state") == unit.Fate) return;

        var regiment = await loading.As(SampleAccounts.RegimentAccountOf(unit.Company), cancellationToken);
        if (unit.Fate == SampleUnits.Approved) await regiment.Put($"{path}/approval", new { }, cancellationToken);
        if (unit.Fate == SampleUnits.Rejected) await regiment.Put($"{path}/rejection", new { reason = Reason }, cancellationToken);
        if (unit.Fate == SampleUnits.Dissolved) await organizer.Edit(HttpMethod.Delete, path, now.Tag!, null, cancellationToken);
    }

    private static object FormOf(Loading loading, SampleUnit unit, Dictionary<string, string> growers) => new
    {
        loading.Season,
        unit.Formation,
        unit.Name,
        Region = unit.Formation == "company" ? unit.Company : unit.Company[..6],
        Members = unit.Members.Select(member => new
        {
            Grower = growers[member.Plots[0].Code],
            Plots = member.Plots.Select(plot => plot.Code),
        }),
        LegalPerson = unit.Formation != "cooperative" ? null : new
        {
            Name = $"{unit.Name}专业合作社",
            Number = PersonNumbers.Credit("93", 1000 + unit.Members.Count),
            Representative = unit.Members[0].Name,
            unit.Members[0].Mobile,
        },
    };
}
