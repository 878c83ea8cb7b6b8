using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Suyuan.Common;

/// <summary>The query parameters that a handler declares, read from its parameters.</summary>
internal static class QueryParameters
{
    /// <summary>Name and whether it may be repeated. A name may also be a route value; the request tells.</summary>
    public static Dictionary<string, bool> Of(MethodInfo handler)
    {
        var declared = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in handler.GetParameters()) Add(declared, parameter);
        return declared;
    }

    private static void Add(Dictionary<string, bool> declared, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(AsParametersAttribute)))
        {
            foreach (var member in type.GetProperties())
                AddNamed(declared, NameOf(member, member.Name), member.PropertyType);
            return;
        }

        AddNamed(declared, NameOf(parameter, parameter.Name!), type);
    }

    private static void AddNamed(Dictionary<string, bool> declared, string name, Type type)
    {
        if (PartName(type) is { } part) declared[part] = false;
        else if (IsText(type)) declared[name] = false;
        else if (type.IsArray && IsText(type.GetElementType()!)) declared[name] = true;
    }

    private static string NameOf(ICustomAttributeProvider source, string name) =>
        source.GetCustomAttributes(false).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? name;

    private static string? PartName(Type type) =>
        typeof(IRequestPart).IsAssignableFrom(type) ? (string)type.GetProperty(nameof(Limit.Name))!.GetValue(null)! : null;

    // What the framework binds from text: strings, and anything with a TryParse.
    private static bool IsText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsEnum || plain.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(method => method.Name == "TryParse"
                && method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(string));
    }
}
