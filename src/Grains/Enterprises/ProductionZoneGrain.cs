using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

internal sealed class ProductionZoneGrain(
    [PersistentState("production-zone")] IPersistentState<EnterpriseEntry> stored, FormIntake intake, IFacts facts, TimeProvider clock)
    : EnterpriseEntryGrain("production-zone", stored, intake, facts, clock), IProductionZoneGrain;
