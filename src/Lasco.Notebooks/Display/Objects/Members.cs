using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>The public properties and fields of objects, as far as reading them is harmless.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, MemberInfo[]> Known = new();

    /// <summary>
    /// Whether an object is the sum of its members: records, tuples, anonymous types and the notebook's own classes, but not those
    /// that say in words of their own what they are, and none of the framework's, whose properties wait, open and allocate.
    /// </summary>
    public static bool IsStructured(object value)
    {
        var type = value.GetType();
        if (value is ITuple)
            return true;
        if (value is IEnumerable or Delegate or Type || type.IsPrimitive || type.IsEnum || IsFramework(type))
            return IsPair(type);
        return !HasText(type) && Of(type).Length > 0;
    }

    public static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>Whether a class says in words of its own what it is.</summary>
    public static bool HasText(Type type) =>
        !IsRecord(type) && !IsAnonymous(type) && type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType);

    public static string[] Names(object value) =>
        value is ITuple tuple ? [.. Enumerable.Range(1, tuple.Length).Select(i => $"Item{i}")] : [.. Of(value.GetType()).Select(member => member.Name)];

    /// <summary>A member's value, or the exception that reading it throws.</summary>
    public static object? Value(object value, int index)
    {
        if (value is ITuple tuple)
            return tuple[index];
        try
        {
            return Of(value.GetType())[index] switch
            {
                PropertyInfo property => property.GetValue(value),
                FieldInfo field => field.GetValue(value),
                _ => null,
            };
        }
        catch (TargetInvocationException e)
        {
            return new Unreadable(e.InnerException ?? e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Unreadable(e);
        }
    }

    private static MemberInfo[] Of(Type type) => Known.GetOrAdd(type, static type =>
    [
        .. type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(member => member switch
        {
            PropertyInfo { CanRead: true } property => property.GetMethod!.IsPublic && property.GetIndexParameters().Length == 0 && IsBoxable(property.PropertyType),
            FieldInfo field => IsBoxable(field.FieldType),
            _ => false,
        }).DistinctBy(member => member.Name),
    ]);

    private static bool IsBoxable(Type type) => !type.IsByRef && !type.IsByRefLike && !type.IsPointer && !type.IsFunctionPointer;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsFramework(Type type) => !IsAnonymous(type) &&
        type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}

/// <summary>Stands for a property that threw.</summary>
internal sealed record Unreadable(Exception Error);
