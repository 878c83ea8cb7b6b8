namespace Orleans.Embedded;

/// <summary>The answer of a method that has none.</summary>
internal readonly struct Nothing;

/// <summary>Bridges between what grain methods return and what requests carry; called from generated code.</summary>
internal static class Returns
{
    public static ValueTask<Nothing> FromTask(Task task) =>
        task.IsCompletedSuccessfully ? default : Await(task);

    public static ValueTask<Nothing> FromValueTask(ValueTask task) =>
        task.IsCompletedSuccessfully ? default : Await(task.AsTask());

    public static ValueTask<T> FromTaskOf<T>(Task<T> task) => new(task);

    public static ValueTask ToValueTask(Task task) => new(task);

    public static ValueTask<T> ToValueTaskOf<T>(Task<T> task) => new(task);

    private static async ValueTask<Nothing> Await(Task task)
    {
        await task;
        return default;
    }
}
