using System.Reflection;

namespace Orleans.Embedded;

/// <summary>What a grain method returns, and the calls that turn it into a request's answer and back.</summary>
internal sealed record ReturnShape(Type Answer, MethodInfo? ToAnswer, MethodInfo? FromAnswer)
{
    public static ReturnShape Of(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task)) return new(typeof(Nothing), Bridge(nameof(Returns.FromTask)), null);
        if (type == typeof(ValueTask))
            return new(typeof(Nothing), Bridge(nameof(Returns.FromValueTask)), Bridge(nameof(Returns.ToValueTask)));

        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var answer = type.GenericTypeArguments.FirstOrDefault();
        if (open == typeof(Task<>)) return new(answer!, Bridge(nameof(Returns.FromTaskOf), answer!), null);
        if (open == typeof(ValueTask<>)) return new(answer!, null, Bridge(nameof(Returns.ToValueTaskOf), answer!));
        throw new NotSupportedException($"{method.DeclaringType}.{method.Name} must return a task.");
    }

    private static MethodInfo Bridge(string name, params Type[] answer)
    {
        var method = typeof(Returns).GetMethod(name)!;
        return answer.Length == 0 ? method : method.MakeGenericMethod(answer);
    }
}
