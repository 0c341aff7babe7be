using System.Collections.Immutable;
using BvlosSim.Environment.Wind;
using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>The wind at one place and time of a leg, and how the aircraft flies its track in it.</summary>
internal readonly record struct FlightSample(WindVector Wind, WindTriangleSolution Triangle)
{
    /// <summary>Wind speed in m/s.</summary>
    public double WindSpeedMps => Wind.SpeedMps;
}

/// <summary>
/// The extremes over the samples of a leg, found while the samples are taken. Of equal samples the first one counts.
/// </summary>
internal struct SampleExtremes
{
    private const double LowGroundspeedFactor = 1.1;
    private const double HighCrabFactor = 0.9;

    private static readonly ImmutableArray<WarningCode> LowGroundspeedOnly = [WarningCode.LowGroundspeedMargin];
    private static readonly ImmutableArray<WarningCode> HighCrabOnly = [WarningCode.HighCrabMargin];
    private static readonly ImmutableArray<WarningCode> Both = [WarningCode.LowGroundspeedMargin, WarningCode.HighCrabMargin];

    private FlightSample _strongest;
    private FlightSample _slowest;
    private FlightSample _mostCrabbed;
    private FlightSample _mostCrossed;

    /// <summary>Whether no sample was taken yet.</summary>
    public bool IsEmpty { readonly get; private set; } = true;

    /// <summary>Starts without samples.</summary>
    public SampleExtremes()
    {
    }

    /// <summary>Takes a sample into account.</summary>
    public void Add(in FlightSample sample)
    {
        if (IsEmpty)
        {
            (_strongest, _slowest, _mostCrabbed, _mostCrossed) = (sample, sample, sample, sample);
            IsEmpty = false;
            return;
        }

        if (sample.WindSpeedMps > _strongest.WindSpeedMps)
            _strongest = sample;
        if (sample.Triangle.GroundspeedMps < _slowest.Triangle.GroundspeedMps)
            _slowest = sample;
        if (Math.Abs(sample.Triangle.CrabDeg) > Math.Abs(_mostCrabbed.Triangle.CrabDeg))
            _mostCrabbed = sample;
        if (Math.Abs(sample.Triangle.Wind.CrossMps) > Math.Abs(_mostCrossed.Triangle.Wind.CrossMps))
            _mostCrossed = sample;
    }

    /// <summary>The wind that the leg reports.</summary>
    public readonly LegWind Wind => new(_strongest.Wind.EastMps, _strongest.Wind.NorthMps, _strongest.WindSpeedMps);

    /// <summary>The motion that the leg reports.</summary>
    /// <param name="trackDeg">Track at the start of the leg.</param>
    public readonly LegTrack Track(double trackDeg) => new(
        trackDeg,
        _slowest.Triangle.GroundspeedMps,
        _slowest.Triangle.Wind.AlongMps,
        _mostCrabbed.Triangle.HeadingDeg,
        _mostCrabbed.Triangle.CrabDeg,
        _mostCrossed.Triangle.Wind.CrossMps);

    /// <summary>The warnings about margins that the leg carries.</summary>
    public readonly ImmutableArray<WarningCode> Warnings(FlightSettings settings)
    {
        bool slow = _slowest.Triangle.GroundspeedMps < LowGroundspeedFactor * settings.MinGroundspeedMps;
        bool crabbed = Math.Abs(_mostCrabbed.Triangle.CrabDeg) > HighCrabFactor * settings.MaxCrabAngleDeg;
        return (slow, crabbed) switch
        {
            (true, true) => Both,
            (true, false) => LowGroundspeedOnly,
            (false, true) => HighCrabOnly,
            _ => [],
        };
    }
}
