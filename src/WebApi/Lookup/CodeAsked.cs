namespace Suyuan.Lookup;

/// <summary>A code that somebody asked for, how, and how often that was.</summary>
internal readonly record struct CodeAsked(CodeValue Code, AskedBy Asked, Scan Scan, CodeWarnings Warnings);
