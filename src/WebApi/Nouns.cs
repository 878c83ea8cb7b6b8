using Suyuan.Accounts;
using Suyuan.Attachments;
using Suyuan.Audit;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.CollectorFiles;
using Suyuan.Changes;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.IdentityCodes;
using Suyuan.Inputs;
using Suyuan.Interchange;
using Suyuan.Linkages;
using Suyuan.Lookup;
using Suyuan.Jobs;
using Suyuan.Publishing;
using Suyuan.Regions;
using Suyuan.Seasons;
using Suyuan.Sensors;
using Suyuan.SiteRecords;
using Suyuan.Statistics;
using Suyuan.TraceCards;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan;

/// <summary>Every noun of the product at the API's door: its reads and its routes.</summary>
internal static class Nouns
{
    public static void AddNouns(this IServiceCollection services)
    {
        services.AddJobs();
        services.AddAttachments();
        services.AddSensors();
        services.AddSingleton<RegionQueries>().AddSingleton<RegionImport>().AddSingleton(_ => Districts.Read(Districts.File));
        services.AddSingleton<GrowerQueries>().AddSingleton<GrowerImport>();
        services.AddSingleton<TraceUnitQueries>().AddSingleton<CandidateQueries>();
        services.AddSingleton<WeighTicketQueries>();
        services.AddSingleton<TraceCardQueries>().AddSingleton<PrintedCards>();
        services.AddSingleton<GinLineQueries>().AddScoped<LineCaller>().AddSingleton<LiveFeeds>();
        services.AddSingleton<PublicAddress>().AddSingleton<LabelFont>().AddSingleton<Labels>();
        services.AddSingleton<CollectorFileQueries>().AddSingleton<FileSeal>().AddSingleton<CardFiles>();
        services.AddSingleton<CollectionReplay>().AddSingleton<CollectionUploads>().AddScoped<CollectionReportFile>();
        services.AddSingleton<BaleQueries>().AddSingleton<InspectionQueries>().AddSingleton<InspectionImport>();
        services.AddSingleton<PremiumCottonReports>().AddSingleton<QualityReports>();
        services.AddSingleton<LinkageScope>().AddSingleton<GrowerOverviews>().AddSingleton<ExportQueries>();
        services.AddSingleton<ChangeQueries>().AddSingleton<HistoryQueries>();
        services.AddLookups();
        services.AddFilings();
        services.AddIdentityCodes();
        services.AddSingleton<InputQueries>().AddSingleton<InputLotQueries>().AddSingleton<InputUseQueries>();
        services.AddSingleton<SiteRecordQueries>();
        services.AddSingleton<EntryLists>();
        services.AddPublishing();
        services.AddInterchange();
        services.AddSingleton<BatchQueries>().AddSingleton<Dossiers>().AddSingleton<DossierPrinter>();
    }

    public static void MapNouns(this IEndpointRouteBuilder api)
    {
        api.MapSessions();
        api.MapRegistrations();
        api.MapAccounts();
        api.MapJobs();
        api.MapAttachments();
        api.MapSensors();
        api.MapReadings();
        api.MapRegions();
        api.MapDistricts();
        api.MapGrowers();
        api.MapSeasons();
        api.MapTraceUnits();
        api.MapWeighTickets();
        api.MapTraceCards();
        api.MapGinLines();
        api.MapLiveFeeds();
        api.MapCollectorFiles();
        api.MapAudit();
        api.MapHistories();
        api.MapEnterpriseHistories();
        api.MapBales();
        api.MapStatistics();
        api.MapLinkages();
        api.MapChanges();
        api.MapForms();
        api.MapEnterprises();
        api.MapInputs();
        api.MapSiteRecords();
        api.MapFilings();
        api.MapIdentityCodes();
        api.MapBatches();
        api.MapPublishing();
        api.MapCodeLookups();
        api.MapInterchange();
    }
}
