using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Binding;

/// <summary>
/// The bound values of one object, none of which has a problem. <c>Value</c> reads a field that always has one (it
/// is required or has a default), <c>Optional</c> a field that may be null.
/// </summary>
public readonly ref struct FieldValues
{
    private readonly ReadOnlySpan<Slot> _slots;

    internal FieldValues(ReadOnlySpan<Slot> slots) => _slots = slots;

    /// <summary>The number of a field.</summary>
    public double Value(NumberField field) => Existing(field).Number;

    /// <summary>The number of a field, or null.</summary>
    public double? Optional(NumberField field) => At(field) is { HasValue: true } slot ? slot.Number : null;

    /// <summary>The whole number of a field.</summary>
    public long Value(IntegerField field) => Existing(field).Bits;

    /// <summary>The whole number of a field, or null.</summary>
    public long? Optional(IntegerField field) => At(field) is { HasValue: true } slot ? slot.Bits : null;

    /// <summary>The boolean of a field.</summary>
    public bool Value(BooleanField field) => Existing(field).Bits != 0;

    /// <summary>The boolean of a field, or null.</summary>
    public bool? Optional(BooleanField field) => At(field) is { HasValue: true } slot ? slot.Bits != 0 : null;

    /// <summary>The text of a field.</summary>
    public string Value(TextField field) => (string)Existing(field).Reference!;

    /// <summary>The text of a field, or null.</summary>
    public string? Optional(TextField field) => (string?)At(field).Reference;

    /// <summary>The path of a field, or null.</summary>
    public string? Optional(PathField field) => (string?)At(field).Reference;

    /// <summary>The token of a field.</summary>
    public T Value<T>(TokenField<T> field)
        where T : struct, Enum => Token<T>(Existing(field));

    /// <summary>The token of a field, or null.</summary>
    public T? Optional<T>(TokenField<T> field)
        where T : struct, Enum => At(field) is { HasValue: true } slot ? Token<T>(slot) : null;

    /// <summary>The date-time of a field, or null.</summary>
    public DepartureTime? Optional(DateTimeField field) => (DepartureTime?)At(field).Reference;

    /// <summary>The object of a field.</summary>
    public T Value<T>(ObjectField<T> field)
        where T : class => (T)Existing(field).Reference!;

    /// <summary>The object of a field, or null.</summary>
    public T? Optional<T>(ObjectField<T> field)
        where T : class => (T?)At(field).Reference;

    /// <summary>The items of a field.</summary>
    public ImmutableArray<T> Value<T>(ListField<T> field)
        where T : notnull => ImmutableCollectionsMarshal.AsImmutableArray((T[])Existing(field).Reference!);

    /// <summary>The items of a field, or null.</summary>
    public ImmutableArray<T>? Optional<T>(ListField<T> field)
        where T : notnull => At(field).Reference is T[] items ? ImmutableCollectionsMarshal.AsImmutableArray(items) : null;

    private static T Token<T>(Slot slot)
        where T : struct, Enum => Unsafe.BitCast<int, T>((int)slot.Bits);

    private Slot At(Field field) => _slots[field.Index];

    private Slot Existing(Field field)
    {
        Slot slot = _slots[field.Index];
        return slot.HasValue ? slot : throw new InvalidOperationException($"Field '{field.Name}' may be null; read it with Optional.");
    }
}
