namespace Suyuan.Common;

/// <summary>A grain's only way to change its record: decide, write once, or leave everything as it was.</summary>
internal static class Decisions
{
    public static async Task<Result<TView>> Decide<TState, TView>(
        this Grain grain,
        IPersistentState<TState> stored,
        Func<TState, Result<TState>> decision,
        Func<TState, TView> view)
        where TState : class
        where TView : class
    {
        var before = stored.State;
        var decided = decision(before);
        if (decided.Refused) return decided.Refusal;
        if (ReferenceEquals(decided.Value, before)) return view(before);

        stored.State = decided.Value;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // The disk may hold either version now: memory must not run ahead of it, so the next call reads it anew.
            stored.State = before;
            grain.DeactivateOnIdle();
            throw;
        }

        return view(stored.State);
    }

    /// <summary>As Decide, but a violated constraint of a derived table is answered by its refusal.</summary>
    public static async Task<Result<TView>> Decide<TState, TView>(
        this Grain grain,
        IPersistentState<TState> stored,
        Func<TState, Result<TState>> decision,
        Func<TState, TView> view,
        Func<string, Task<Refusal?>> refusalOf)
        where TState : class
        where TView : class
    {
        var before = stored.State;
        try
        {
            return await grain.Decide(stored, decision, view);
        }
        catch (Exception failure) when (Constraint.NameOf(failure) is not null)
        {
            stored.State = before;
            var refusal = await refusalOf(Constraint.NameOf(failure)!);
            if (refusal is null) throw;
            return refusal;
        }
    }
}
