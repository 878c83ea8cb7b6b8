using System.Reflection;

namespace Suyuan.Engine.Tests.Contract;

/// <summary>Writes types and members the way <c>orleans-signatures.txt</c> does.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly string[] UnnamedNamespaces =
        ["System", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];

    public static TypeContract Of(Type type)
    {
        var members = type.GetMembers(Declared).Where(member => member is not Type).SelectMany(Try);
        var interfaces = Try(() => type.GetInterfaces().Select(Name).ToList()) ?? [];
        // A base type that is not at hand can only be a class.
        var kind = Try(() => Kind(type)) ?? "class";
        return new(Name(type), kind, [.. interfaces], [.. members]);
    }

    public static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        var name = type.Name.Split('`')[0];
        if (type.IsNested) name = $"{type.DeclaringType!.Name}.{name}";
        if (!UnnamedNamespaces.Contains(type.Namespace)) name = $"{type.Namespace}.{name}";
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    private static string Kind(Type type) =>
        type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";

    /// <summary>A member that names a type of an assembly not at hand has no text; one of ours is then not found, which fails.</summary>
    private static IEnumerable<string> Try(MemberInfo member) => Try(() => Texts(member).ToList()) ?? [];

    private static T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception missing) when (missing is FileNotFoundException or TypeLoadException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when Visible(constructor) && !constructor.IsStatic =>
            [$"{Access(constructor)}new({Parameters(constructor)})"],
        MethodInfo method when Visible(method) && !IsAccessor(method) =>
            [$"{Access(method)}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})"],
        PropertyInfo property => property.GetAccessors(true).Where(Visible)
            .Select(accessor => $"{Access(accessor)}{Name(property.PropertyType)} {property.Name} {accessor.Name[..3]}"),
        FieldInfo { IsLiteral: true } constant when constant.DeclaringType!.IsEnum => [$"{constant.Name}={constant.GetRawConstantValue()}"],
        FieldInfo { IsPublic: true, IsSpecialName: false } field => [$"{Name(field.FieldType)} {field.Name}"],
        _ => [],
    };

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));
}
