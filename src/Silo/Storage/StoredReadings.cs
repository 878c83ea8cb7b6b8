namespace Suyuan.Silo.Storage;

/// <summary>How many readings were new; the places, counted from one, of those for whose moment something else is there.</summary>
public sealed record StoredReadings(int New, int[] Differing);
