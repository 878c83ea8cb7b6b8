using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Suyuan.Forms;

/// <summary>What every grain that takes answers is given.</summary>
public static class FormServices
{
    /// <summary>`Forms:Folder` names a folder of further forms and newer versions of forms (*.form.json).</summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddSingleton(provider => FormCatalogue.Load(provider.GetRequiredService<IConfiguration>()["Forms:Folder"]));
        services.AddSingleton<FormIntake>();
        return services;
    }
}
