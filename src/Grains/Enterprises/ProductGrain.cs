using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

internal sealed class ProductGrain(
    [PersistentState("product")] IPersistentState<EnterpriseEntry> stored, FormIntake intake, IFacts facts, TimeProvider clock)
    : EnterpriseEntryGrain("product", stored, intake, facts, clock), IProductGrain;
