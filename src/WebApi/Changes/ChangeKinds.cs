using System.Collections.Frozen;
using System.Text.Json;

namespace Suyuan.Changes;

/// <summary>Kinds as they are stored, in kebab case.</summary>
internal static class ChangeKinds
{
    private static readonly FrozenDictionary<string, ChangeKind> ByStored = Enum.GetValues<ChangeKind>().ToFrozenDictionary(Stored);

    public static string Stored(ChangeKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static ChangeKind Of(string stored) => ByStored[stored];
}
