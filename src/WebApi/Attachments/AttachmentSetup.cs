namespace Suyuan.Attachments;

internal static class AttachmentSetup
{
    public static void AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentQueries>().AddSingleton<AttachmentUploads>().AddSingleton<AttachmentDownload>()
            .AddSingleton<PublicCopies>();
        services.AddSingleton<AttachmentSweeper>().AddHostedService(provider => provider.GetRequiredService<AttachmentSweeper>());
    }
}
