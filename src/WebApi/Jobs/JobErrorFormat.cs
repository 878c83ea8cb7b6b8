namespace Suyuan.Jobs;

/// <summary>How row errors are wanted: a page of JSON, or all as .csv.</summary>
public enum JobErrorFormat
{
    Json,
    Csv,
}
