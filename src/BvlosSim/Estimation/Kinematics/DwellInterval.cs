using BvlosSim.Environment.Wind;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>The wind at one time of an interval.</summary>
/// <param name="ClockS">Seconds since departure.</param>
/// <param name="Wind">The wind.</param>
internal readonly record struct DwellSample(double ClockS, WindVector Wind)
{
    /// <summary>Wind speed in m/s.</summary>
    public double SpeedMps => Wind.SpeedMps;
}

/// <summary>The strongest wind of an interval so far; of equal ones the first.</summary>
/// <param name="Strongest">The sample.</param>
/// <param name="Any">Whether there is one.</param>
internal readonly record struct DwellWind(DwellSample Strongest, bool Any)
{
    /// <summary>Takes a sample into account.</summary>
    public DwellWind With(in DwellSample sample) =>
        !Any || sample.SpeedMps > Strongest.SpeedMps ? new DwellWind(sample, Any: true) : this;
}

/// <summary>A stay at one position over a time, climbing or descending evenly.</summary>
/// <param name="Position">The position.</param>
/// <param name="StartS">Seconds since departure at its start.</param>
/// <param name="DurationS">Duration in seconds.</param>
/// <param name="StartAltitudeM">Altitude AMSL at its start.</param>
/// <param name="EndAltitudeM">Altitude AMSL at its end.</param>
internal readonly record struct DwellInterval(
    GeoPoint Position, double StartS, double DurationS, double StartAltitudeM, double EndAltitudeM)
{
    private const double SampleIntervalS = 60.0;

    /// <summary>Number of evenly spaced samples, as a double since it may be beyond any use.</summary>
    public double SampleCount => Steps + 1.0;

    private double Steps => Math.Max(1.0, Math.Ceiling(DurationS / SampleIntervalS));

    /// <summary>
    /// The wind at least once a minute, at both ends, and at every scheduled change after the start; in time order, each
    /// time once.
    /// </summary>
    public IEnumerable<DwellSample> Sample(WindProvider wind)
    {
        double endS = StartS + DurationS;
        double steps = Steps;
        double lastS = double.NegativeInfinity;
        using IEnumerator<double> changes = WindRegime.ChangesWithin(wind, StartS, endS).GetEnumerator();
        bool changesFollow = changes.MoveNext();
        for (int i = 0; i <= steps; i++)
        {
            // The end itself, not the rounded sum of its parts, or a change at the very end could be missed.
            double timeS = i == steps ? endS : StartS + (DurationS * i / steps);
            for (; changesFollow && changes.Current <= timeS; changesFollow = changes.MoveNext())
                yield return At(wind, lastS = changes.Current);
            if (timeS > lastS)
                yield return At(wind, lastS = timeS);
        }
    }

    private DwellSample At(WindProvider wind, double timeS)
    {
        double share = DurationS > 0.0 ? (timeS - StartS) / DurationS : 1.0;
        double altitudeM = StartAltitudeM + (share * (EndAltitudeM - StartAltitudeM));
        return new DwellSample(timeS, wind.At(Position.LatDeg, Position.LonDeg, altitudeM, timeS));
    }
}
