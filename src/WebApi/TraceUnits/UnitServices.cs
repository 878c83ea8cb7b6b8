using Suyuan.Growers;
using Suyuan.Regions;

namespace Suyuan.TraceUnits;

/// <summary>What the endpoints of regions, growers and trace units ask for.</summary>
internal static class UnitServices
{
    public static void AddUnits(this IServiceCollection services)
    {
        services.AddSingleton<RegionQueries>().AddSingleton<RegionImport>();
        services.AddSingleton<GrowerQueries>().AddSingleton<GrowerImport>();
        services.AddSingleton<TraceUnitQueries>().AddSingleton<CandidateQueries>();
    }
}
