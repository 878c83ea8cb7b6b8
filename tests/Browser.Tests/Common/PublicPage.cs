namespace Suyuan.Browser.Tests;

/// <summary>Every kind of page that anybody may see.</summary>
public enum PublicPage
{
    Entry,
    EntryRefused,

    /// <summary>As a browser shows it that reads codes itself.</summary>
    EntryWithCamera,
    Unknown,
    NotBound,
    Basic,
    Published,
    Rest,
    Repeated,
    Recalled,

    /// <summary>Scanned from a label whose signature is not the code's.</summary>
    Forged,
    Card,
    Bale,
    NoCotton,
}
