using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Items to open at once, all of them or none.</summary>
/// <param name="Items">1 to 200 items of the tree.</param>
public sealed record PublishRequest(IReadOnlyList<string> Items)
{
    public PublishItems ToCommand(Caller by, int? revision) => new(by, [.. Items], revision);
}

/// <summary>Closes an item.</summary>
/// <param name="Reason">Why, 1 to 500 characters; the enterprise reads it.</param>
public sealed record ClosureRequest(string Reason) : IGivesReason;

/// <summary>Answers to the form `public-profile`.</summary>
/// <param name="TraceMode">Only products are traced.</param>
public sealed record PublicProfileRequest(FormAnswers Answers, TraceMode TraceMode = TraceMode.Product)
{
    public SavePublicProfile ToCommand(Caller by, int? revision) => new(by, Answers, revision);
}
