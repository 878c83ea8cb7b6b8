namespace Suyuan.Browser.Tests;

/// <summary>Every kind of page that anybody may see.</summary>
public enum PublicPage
{
    Entry,
    EntryRefused,
    Unknown,
    NotBound,
    Basic,
    Published,
    Rest,
    Repeated,
    Recalled,
    Card,
    Bale,
    NoCotton,
}
