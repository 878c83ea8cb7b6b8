namespace Suyuan.Common;

/// <summary>Why a command was refused; decides the HTTP status and nothing else.</summary>
public enum RefusalKind
{
    /// <summary>Absent, or not the caller's to know about (404).</summary>
    NotFound,

    /// <summary>The caller may know but not act (403).</summary>
    Forbidden,

    /// <summary>The state says no (409).</summary>
    Conflict,

    /// <summary>The caller edits an outdated revision (412).</summary>
    Stale,

    /// <summary>Well-formed, but breaks a rule of content (422).</summary>
    Unprocessable,
}
