using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Silo.Engines;
using Suyuan.Silo.Hosting;
using Suyuan.Statistics;
using Suyuan.Silo.Security;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSuyuanNode();
    builder.Services.AddSharedKeys();
    builder.AddWeb();
    builder.Services.AddBales().AddStatistics();

    var app = builder.Build();
    app.UseWeb();
    app.MapHealth();
    app.MapDocuments();
    app.MapProblems();

    var api = app.MapApi();
    api.MapBales();
    api.MapStatistics();

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
