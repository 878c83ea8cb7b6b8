namespace Suyuan.Lookup;

/// <summary>How often a code was looked up (扫描次数), and when first.</summary>
internal readonly record struct Scan(long Count, DateTimeOffset FirstAt);
