namespace Suyuan.Forms;

/// <summary>The door to the desks: each organization has its own.</summary>
public static class FormDeskGrainFactory
{
    public static IFormDeskGrain FormDesk(this IGrainFactory grains, string scope) => grains.GetGrain<IFormDeskGrain>("form-desk-" + scope);
}
