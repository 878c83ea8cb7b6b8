namespace Suyuan.Common;

/// <summary>A grain's only way to change its record: decide, write once, or leave everything as it was.</summary>
internal static class Decisions
{
    private const int MostTries = 3;

    /// <summary>
    /// As Decide, on facts of other records: when one of them changed between the look and the write, so that one of these constraints
    /// refused the write, it gathers again, knowing which.
    /// </summary>
    public static async Task<Result<TView>> Decide<TState, TView>(
        this Grain grain,
        IPersistentState<TState> stored,
        IReadOnlyCollection<string> outdating,
        Func<string?, Task<Judgement<TState, TView>>> gather)
        where TState : class
        where TView : class
    {
        string? violated = null;
        for (var attempt = 1; ; attempt++)
        {
            var judgement = await gather(violated);
            try
            {
                return await grain.Decide(stored, judgement.Decision, judgement.View);
            }
            catch (Exception failure) when (attempt < MostTries && outdating.Contains(Constraint.NameOf(failure) ?? ""))
            {
                violated = Constraint.NameOf(failure);
            }
        }
    }

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
