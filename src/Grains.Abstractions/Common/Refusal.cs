using System.Collections.Immutable;
using System.Globalization;
using Suyuan.Forms;

namespace Suyuan.Common;

/// <summary>A refused command: a stable code and its arguments. The wording lives in WebApi.</summary>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal
{
    [Id(0)] public RefusalKind Kind { get; init; }
    [Id(1)] public string Code { get; init; } = "";
    [Id(2)] public ImmutableArray<RefusalArgument> Arguments { get; init; } = [];

    /// <summary>The fields of a form that are wrong, each with its own refusal.</summary>
    [Id(3)] public ImmutableArray<FieldFault>? Fields { get; init; }

    public static Refusal NotFound(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(RefusalKind.NotFound, code, arguments);

    public static Refusal Forbidden(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(RefusalKind.Forbidden, code, arguments);

    public static Refusal Conflict(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(RefusalKind.Conflict, code, arguments);

    public static Refusal Stale(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(RefusalKind.Stale, code, arguments);

    public static Refusal Unprocessable(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(RefusalKind.Unprocessable, code, arguments);

    private static Refusal Of(RefusalKind kind, string code, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var named = ImmutableArray.CreateBuilder<RefusalArgument>(arguments.Length);
        foreach (var (name, value) in arguments)
            named.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        return new() { Kind = kind, Code = code, Arguments = named.MoveToImmutable() };
    }

    public override string ToString() => $"{Code} ({string.Join(", ", Arguments.Select(a => $"{a.Name}: {a.Value}"))})";
}
