using Microsoft.Extensions.DependencyInjection;

namespace Suyuan.Forms;

/// <summary>What every grain that takes answers is given.</summary>
public static class FormServices
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services.AddSingleton<FormIntake>();
}
