using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

internal sealed class PlotGrain(
    [PersistentState("plot")] IPersistentState<EnterpriseEntry> stored, FormIntake intake, IFacts facts, TimeProvider clock)
    : EnterpriseEntryGrain("plot", stored, intake, facts, clock), IPlotGrain;
