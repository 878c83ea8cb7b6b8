using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Generates, for each grain interface, a reference class and for each of its methods a request class, once per process.</summary>
internal static class ReferenceBuilder
{
    private const BindingFlags NonPublic = BindingFlags.Instance | BindingFlags.NonPublic;
    private const MethodAttributes Implements =
        MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot;
    private static readonly Type[] ConstructorTypes = [typeof(Catalog), typeof(GrainId)];
    private static readonly ConcurrentDictionary<Type, Lazy<Func<Catalog, GrainId, GrainReference>>> Built = new();

    public static Func<Catalog, GrainId, GrainReference> For(Type grainInterface) =>
        Built.TryGetValue(grainInterface, out var built)
            ? built.Value
            : Built.GetOrAdd(grainInterface, static type => new(() => Build(type))).Value;

    private static Func<Catalog, GrainId, GrainReference> Build(Type grainInterface)
    {
        if (!grainInterface.IsInterface) throw new ArgumentException($"{grainInterface} is not an interface.", nameof(grainInterface));
        var interfaces = grainInterface.GetInterfaces().Append(grainInterface).ToList();
        var module = NewModule($"{grainInterface.FullName}.Generated", [typeof(Catalog), .. interfaces]);
        var reference = module.DefineType(
            grainInterface.Name + "Reference", TypeAttributes.Public, typeof(GrainReference), [grainInterface]);
        DefineConstructor(reference);
        foreach (var method in interfaces.SelectMany(type => type.GetMethods()).Where(method => method.IsAbstract))
            DefineMethod(module, reference, method);

        var create = new DynamicMethod("Create", typeof(GrainReference), ConstructorTypes, typeof(ReferenceBuilder).Module, true);
        var il = create.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, reference.CreateType().GetConstructor(ConstructorTypes)!);
        il.Emit(OpCodes.Ret);
        return create.CreateDelegate<Func<Catalog, GrainId, GrainReference>>();
    }

    private static ModuleBuilder NewModule(string name, IEnumerable<Type> named)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run);
        var attribute = typeof(IgnoresAccessChecksToAttribute).GetConstructors()[0];
        foreach (var friend in named.Select(type => type.Assembly.GetName().Name).Distinct())
            assembly.SetCustomAttribute(new CustomAttributeBuilder(attribute, [friend!]));
        return assembly.DefineDynamicModule(name);
    }

    private static void DefineConstructor(TypeBuilder reference)
    {
        var il = reference.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, ConstructorTypes).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(NonPublic, ConstructorTypes)!);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>The method of the reference: makes a request, fills in the arguments, sends it.</summary>
    private static void DefineMethod(ModuleBuilder module, TypeBuilder reference, MethodInfo method)
    {
        if (method.IsGenericMethod) throw new NotSupportedException($"{method.DeclaringType}.{method.Name} is generic.");
        var shape = ReturnShape.Of(method);
        var request = RequestBuilder.Build(module, method, shape);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var name = $"{method.DeclaringType!.FullName}.{method.Name}";
        var builder = reference.DefineMethod(name, Implements, method.ReturnType, parameters);
        var il = builder.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, request.GetConstructor(Type.EmptyTypes)!);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, i + 1);
            il.Emit(OpCodes.Stfld, request.GetField(RequestBuilder.FieldName(i))!);
        }

        il.Emit(OpCodes.Call, typeof(GrainReference).GetMethod(nameof(GrainReference.Send), NonPublic)!.MakeGenericMethod(shape.Answer));
        if (shape.FromAnswer is { } convert) il.Emit(OpCodes.Call, convert);
        il.Emit(OpCodes.Ret);
        reference.DefineMethodOverride(builder, method);
    }
}
