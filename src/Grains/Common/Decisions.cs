namespace Suyuan.Common;

/// <summary>A grain's only way to change its record: decide, write once, or leave everything as it was.</summary>
internal static class Decisions
{
    public static Task<Result<TView>> Decide<TState, TView>(
        this Grain grain,
        IPersistentState<TState> stored,
        Func<TState, Result<TState>> decision,
        Func<TState, TView> view)
        where TState : class
        where TView : class =>
        grain.Decide(stored, decision, view, _ => Task.FromResult<Refusal?>(null));

    /// <summary>A violated constraint of a derived table is answered by its refusal, when it has one.</summary>
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
        var decided = decision(before);
        if (decided.Refused) return decided.Refusal;
        if (ReferenceEquals(decided.Value, before)) return view(before);

        stored.State = decided.Value;
        try
        {
            await stored.WriteStateAsync();
            return view(stored.State);
        }
        catch (Exception failure) when (Constraint.NameOf(failure) is { } constraint)
        {
            // PostgreSQL rolled the write back for certain: the record in memory is still the one on disk.
            stored.State = before;
            if (await refusalOf(constraint) is { } refusal) return refusal;
            throw;
        }
        catch
        {
            // The disk may hold either version now: memory must not run ahead of it, so the next call reads it anew.
            stored.State = before;
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
