namespace Suyuan.Common;

/// <summary>Refusals that every noun may give.</summary>
public static class SharedRefusals
{
    /// <summary>Absent, or not the caller's to know about.</summary>
    public static Refusal NotFound(string kind) => Refusal.NotFound("common/not-found", ("kind", kind));

    /// <summary>The caller's acting role may not do this.</summary>
    public static Refusal Forbidden => Refusal.Forbidden("common/forbidden");

    /// <summary>The record was changed since the caller read it.</summary>
    public static Refusal Stale(int revision) => Refusal.Stale("common/stale", ("revision", revision));
}
