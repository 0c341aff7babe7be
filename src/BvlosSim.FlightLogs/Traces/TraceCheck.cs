using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.Documents.Binding.Fields;

namespace BvlosSim.FlightLogs.Traces;

/// <summary>A record that no trace may hold.</summary>
/// <param name="RecordIndex">0-based index of the record.</param>
/// <param name="Field">Key of the value in the contract.</param>
/// <param name="Message">What is wrong with it, for a person.</param>
public sealed record TraceViolation(int RecordIndex, string Field, string Message);

/// <summary>Holds records to the contract of traces, wherever they came from.</summary>
public static class TraceCheck
{
    private const string TimeKey = "timestamp_s";

    /// <summary>Finds the first record that is not allowed: a number that is not finite or out of range, or a time not after the one before.</summary>
    /// <param name="records">The records.</param>
    /// <returns>Null when all are allowed.</returns>
    public static TraceViolation? FirstViolation(IEnumerable<TraceRecord> records)
    {
        int index = 0;
        double beforeS = double.NegativeInfinity;
        TraceViolation? unordered = null;
        foreach (TraceRecord record in records)
        {
            if (ViolationOf(record, index) is { } violation)
                return violation;
            if (!(record.TimeS > beforeS))
                unordered ??= Unordered(index, record.TimeS, beforeS);
            beforeS = record.TimeS;
            index++;
        }

        return unordered;
    }

    /// <summary>Finds the first record whose time is not after that of the one before.</summary>
    /// <param name="records">The records.</param>
    /// <returns>Its index; null when there is none.</returns>
    internal static int? FirstUnordered(ImmutableArray<TraceRecord> records)
    {
        for (int i = 1; i < records.Length; i++)
        {
            if (!(records[i].TimeS > records[i - 1].TimeS))
                return i;
        }

        return null;
    }

    /// <summary>Says what is wrong with the time of a record that <see cref="FirstUnordered"/> found.</summary>
    internal static TraceViolation Unordered(ImmutableArray<TraceRecord> records, int index) =>
        Unordered(index, records[index].TimeS, records[index - 1].TimeS);

    private static TraceViolation Unordered(int index, double timeS, double beforeS) => new(
        index,
        TimeKey,
        string.Create(
            CultureInfo.InvariantCulture,
            $"`{TimeKey}` must increase from record to record; {timeS} s (record {index}) follows {beforeS} s."));

    private static TraceViolation? ViolationOf(in TraceRecord record, int index)
    {
        foreach ((NumberField field, Func<TraceRecord, double?> value) in TraceRecordContract.Numbers)
        {
            if (value(record) is not { } number || (double.IsFinite(number) && field.Range.Violation(number) is null))
                continue;
            string found = number.ToString(CultureInfo.InvariantCulture);
            return new TraceViolation(index, field.Name, $"`{field.Name}` must be {field.Expectation}; record {index} has {found}.");
        }

        return null;
    }
}
