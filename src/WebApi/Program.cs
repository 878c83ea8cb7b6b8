using Suyuan;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Lookup;
using Suyuan.Silo.Engines;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Security;

try
{
    // Settings lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls("http://127.0.0.1:8080");
    builder.AddSuyuanNode();
    builder.Services.AddSharedKeys();
    builder.AddWeb();
    builder.AddSignIn();
    builder.Services.AddNouns();

    var app = builder.Build();
    app.UseWeb();
    var routes = new RoutesMadeOnce(app);
    routes.MapHealth();
    routes.MapDocuments();
    routes.MapProblems();
    routes.MapLookups();
    routes.MapCodePages();
    routes.MapApi().MapNouns();
    routes.Serve();

    app.RefuseUnguardedEndpoints();
    await app.RunAsync();
    return 0;
}
catch (NodeStartException unusable)
{
    // A wrong setting is the operator's to mend: the message says how, a stack trace would not.
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
