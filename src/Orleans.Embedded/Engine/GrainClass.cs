using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>How an instance of one grain class is made.</summary>
internal sealed class GrainClass
{
    private readonly List<Func<Activation, object>> _own = [];
    private readonly ObjectFactory _create;

    public GrainClass(Type type)
    {
        Type = type;
        var constructors = type.GetConstructors();
        if (constructors.Length != 1) throw new InvalidOperationException($"{type} needs exactly one public constructor.");
        var ownTypes = new List<Type>();
        foreach (var parameter in constructors[0].GetParameters())
        {
            if (Own(parameter) is not { } make) continue;
            _own.Add(make);
            ownTypes.Add(parameter.ParameterType);
        }

        _create = ActivatorUtilities.CreateFactory(type, [.. ownTypes]);
    }

    public Type Type { get; }

    public IGrainBase Create(Activation activation) =>
        (IGrainBase)_create(activation.ActivationServices, [.. _own.Select(make => make(activation))]);

    /// <summary>What the container cannot know: the activation itself and its records.</summary>
    private static Func<Activation, object>? Own(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(IGrainContext)) return static activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is not { } attribute) return null;

        var add = typeof(Activation).GetMethod(nameof(Activation.AddState))!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments())
            .CreateDelegate<Func<Activation, string, string?, object>>();
        var stateName = string.IsNullOrEmpty(attribute.StateName) ? parameter.Name! : attribute.StateName;
        return activation => add(activation, stateName, attribute.StorageName);
    }
}
