namespace Suyuan.Common;

/// <summary>What was gathered, as the decision that rests on it and the view of its outcome.</summary>
internal sealed record Judgement<TState, TView>(Func<TState, Result<TState>> Decision, Func<TState, TView> View)
    where TState : class
    where TView : class;
