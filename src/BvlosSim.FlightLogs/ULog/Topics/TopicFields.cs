using System.Collections.Immutable;
using BvlosSim.FlightLogs.ULog.Definitions;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>The fields that may carry a value, best first: PX4 has renamed most of them once.</summary>
internal readonly struct TopicFields
{
    private readonly ImmutableArray<ULogField> _fields;

    private TopicFields(ImmutableArray<ULogField> fields) => _fields = fields;

    /// <summary>The fields of these names that the layout has.</summary>
    public static TopicFields Of(ULogLayout layout, params ReadOnlySpan<string> names)
    {
        var fields = ImmutableArray.CreateBuilder<ULogField>();
        foreach (string name in names)
        {
            if (layout.Find(name) is { } field)
                fields.Add(field);
        }

        return new TopicFields(fields.ToImmutable());
    }

    /// <summary>The first finite value; null = none.</summary>
    public double? Finite(ReadOnlySpan<byte> body)
    {
        foreach (ULogField field in _fields)
        {
            if (field.Finite(body) is { } value)
                return value;
        }

        return null;
    }
}
