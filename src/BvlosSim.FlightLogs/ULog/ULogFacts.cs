using System.Globalization;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.ULog.Definitions;
using BvlosSim.FlightLogs.ULog.Topics;

namespace BvlosSim.FlightLogs.ULog;

/// <summary>What a log says of the aircraft: its firmware, its parameters, its kind.</summary>
/// <param name="builder">Where it goes.</param>
internal sealed class ULogFacts(FlightLogBuilder builder)
{
    private const int ShownHashDigits = 8;

    private string? _system;
    private string? _hash;
    private string? _hardware;
    private string? _release;

    /// <summary>Notes an information message.</summary>
    public void Information(in ULogKeyValue pair)
    {
        switch (pair.Name)
        {
            case "sys_name":
                _system = pair.Text();
                break;
            case "ver_sw":
                _hash = pair.Text();
                break;
            case "ver_hw":
                _hardware = pair.Text();
                break;
            case "ver_sw_release" when pair.Number() is { } number and >= 0 and <= uint.MaxValue:
                _release = ReleaseOf((uint)number);
                break;
            default:
                return;
        }

        builder.Firmware = Firmware();
    }

    /// <summary>Notes a parameter.</summary>
    /// <param name="pair">The parameter.</param>
    /// <param name="timeUs">When it was set; null = before the first message with a time.</param>
    public void Parameter(in ULogKeyValue pair, long? timeUs)
    {
        if (pair.Number() is { } value)
            builder.Parameters.Set(timeUs, pair.Name, value);
    }

    /// <summary>Finds the kind of vehicle in the parameters, where the vehicle itself has not told it.</summary>
    public void Close()
    {
        if (builder.Vehicle == VehicleKind.Unknown)
            builder.Vehicle = PX4Vehicles.OfMavType((long?)builder.Parameters.Find("MAV_TYPE"));
        if (builder.Vehicle == VehicleKind.Unknown)
            builder.Vehicle = PX4Vehicles.OfAirframe((long?)builder.Parameters.Find("SYS_AUTOSTART"));
    }

    private string Firmware()
    {
        string hash = _hash is { Length: > ShownHashDigits } ? _hash[..ShownHashDigits] : _hash ?? "";
        return string.Join(' ', new[]
        {
            _system ?? "PX4", _release, hash.Length > 0 ? $"({hash})" : null, string.IsNullOrEmpty(_hardware) ? null : "on " + _hardware,
        }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Bytes from the top: major, minor, patch, and the kind of release (PX4, <c>version.h</c>).</summary>
    private static string ReleaseOf(uint number)
    {
        string kind = (number & 0xFF) switch
        {
            < 64 => "-dev",
            < 128 => "-alpha",
            < 192 => "-beta",
            < 255 => "-rc",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number >> 24}.{(number >> 16) & 0xFF}.{(number >> 8) & 0xFF}{kind}");
    }
}
