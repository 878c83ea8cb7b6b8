namespace Suyuan.Engine.Tests.Contract;

/// <summary>What can be seen of a type from outside, as text; a property is one member for each accessor.</summary>
internal sealed record TypeContract(string Name, string Kind, IReadOnlySet<string> Interfaces, IReadOnlySet<string> Members)
{
    public TypeContract(string name, string kind, IEnumerable<string> interfaces, IEnumerable<string> members)
        : this(name, kind, interfaces.ToHashSet(), members.ToHashSet())
    {
    }
}
