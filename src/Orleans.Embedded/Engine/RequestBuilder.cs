using System.Reflection;
using System.Reflection.Emit;
using Orleans.Concurrency;

namespace Orleans.Embedded;

/// <summary>Generates the request class of one grain method: a field for each argument and the call itself.</summary>
internal static class RequestBuilder
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string FieldName(int argument) => $"Argument{argument}";

    public static Type Build(ModuleBuilder module, MethodInfo method, ReturnShape shape)
    {
        var parent = typeof(Request<>).MakeGenericType(shape.Answer);
        // The token keeps overloads apart; the rest of the name is what a time-out tells the operator.
        var name = $"{method.DeclaringType!.Name}.{method.Name}#{method.MetadataToken:x}";
        var type = module.DefineType(name, TypeAttributes.Public, parent);
        DefineConstructor(type, parent, InterleavingOf(method));

        var invoke = parent.GetMethod("Invoke", Members)!;
        const MethodAttributes overrides = MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig;
        var builder = type.DefineMethod(invoke.Name, overrides, invoke.ReturnType, [typeof(object)]);
        var il = builder.GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, method.DeclaringType);
        foreach (var parameter in method.GetParameters())
        {
            var field = type.DefineField(FieldName(parameter.Position), parameter.ParameterType, FieldAttributes.Public);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, field);
        }

        il.Emit(OpCodes.Callvirt, method);
        if (shape.ToAnswer is { } convert) il.Emit(OpCodes.Call, convert);
        il.Emit(OpCodes.Ret);
        return type.CreateType();
    }

    private static void DefineConstructor(TypeBuilder type, Type parent, Interleaving interleaving)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, Type.EmptyTypes).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, (int)interleaving);
        il.Emit(OpCodes.Call, parent.GetConstructors(Members)[0]);
        il.Emit(OpCodes.Ret);
    }

    private static Interleaving InterleavingOf(MethodInfo method) =>
        method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Interleaving.Always
        : method.IsDefined(typeof(ReadOnlyAttribute)) ? Interleaving.ReadOnly
        : Interleaving.None;
}
