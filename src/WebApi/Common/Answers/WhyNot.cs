namespace Suyuan.Common;

/// <summary>Whether something may be done now, and if not, every reason why, as the attempt itself would be refused.</summary>
internal sealed record WhyNot(bool Allowed, IReadOnlyList<ReasonWhyNot> Refusals);

/// <summary>One reason, worded as its problem would be.</summary>
internal sealed record ReasonWhyNot(string Code, string Title, string? Detail, IReadOnlyDictionary<string, string> Arguments);
