using BvlosSim.Vehicles;

namespace BvlosSim.FlightLogs.Calibration.Energy;

/// <summary>The limits of an energy calibration, each stated in <c>docs/CALIBRATION.md</c>.</summary>
public static class EnergyLimits
{
    /// <summary>Probability that every interval claims.</summary>
    public const double ConfidenceLevel = 0.95;

    /// <summary>A step between records longer than this is a gap: what happened in it is not known, s.</summary>
    public const double GapS = 5.0;

    /// <summary>
    /// Voltage and current that are both the same for longer than this are held and not measured, s; and readings of which half are
    /// further apart are of no use.
    /// </summary>
    public const double MaxHeldS = 5.0;

    /// <summary>As <see cref="MaxHeldS"/>, in median times between new readings; the longer of the two counts.</summary>
    public const double MaxHeldIntervals = 3.0;

    /// <summary>
    /// A current that is exactly the same for so long, s, while the voltage takes <see cref="StuckVoltageSteps"/> new values is stuck. A live sensor of
    /// 0.1 A resolution reads a steady cruise the same for some seconds, but not so often in a row.
    /// </summary>
    public const double StuckS = 20.0;

    /// <summary>Changes of the voltage that a stuck current does not follow.</summary>
    public const int StuckVoltageSteps = 20;

    /// <summary>Shortest window, s. Windows are from this to twice as long: shorter ones would repeat each other.</summary>
    public const double WindowS = 10.0;

    /// <summary>Least number of windows that a coefficient is fitted on, unless fewer are allowed.</summary>
    public const int MinSamples = 10;

    /// <summary>Least number of windows in any case: of two that differ nothing tells which is right.</summary>
    public const int FewestSamples = 3;

    /// <summary>Windows that are further than this share from the fitted power are not of the same manner of flight.</summary>
    public const double StrayResidual = 0.4;

    /// <summary>Greatest share of such windows that a power may rest on.</summary>
    public const double MaxStrayShare = 0.25;

    /// <summary>From so many flights on, intervals are made of flights.</summary>
    public const int MinFlightsForIntervals = EnergyCoverage.LeastFlights;

    /// <summary>Least effective number of flights for that, by their pull on the coefficient; half a flight less than three, since no two are of the same length.</summary>
    public const double MinEffectiveFlights = 2.5;

    /// <summary>Least number of flights for the exponent of a scaling: with fewer, a heavy flight is only another flight.</summary>
    public const int MinFlightsForScaling = 4;

    /// <summary>Least ratio of the greatest to the least mass for a mass exponent.</summary>
    public const double MinMassRatio = EnergyCoverage.MassTolerance;

    /// <summary>Least ratio of the greatest to the least air density for a density exponent; about 500 m of altitude.</summary>
    public const double MinDensityRatio = 1.05;

    /// <summary>An exponent whose interval reaches further than this to either side is not identified.</summary>
    public const double MaxExponentHalfWidth = EnergyCoverage.AssumedExponentReach;

    /// <summary>A power whose interval reaches further than this share of it to either side is not identified.</summary>
    public const double MaxPowerReach = 0.3;

    /// <summary>The altitude changes from this rate on, m/s, as in the segmentation of flights.</summary>
    public const double LevelRateMps = 0.5;

    /// <summary>Below it an aircraft stays where it is, m/s, as in the segmentation of flights.</summary>
    public const double SlowMps = 1.5;

    /// <summary>From it on an aircraft flies somewhere, m/s, as in the segmentation of flights.</summary>
    public const double FastMps = 2.25;

    /// <summary>Cruise power is fitted where the airspeed is within this share of the cruise speed.</summary>
    public const double CruiseBand = 0.25;

    /// <summary>Height over the place of start or landing from which on an aircraft is taken to be in the air, m.</summary>
    public const double AirborneHeightM = 5.0;

    /// <summary>Ground speed from which on an aircraft is taken to be in the air, m/s.</summary>
    public const double AirborneSpeedMps = 3.0;

    /// <summary>Share of the power that the aircraft flies with below which one that stays where it is stands on the ground.</summary>
    public const double GroundPowerShare = 0.3;

    /// <summary>Shortest stop on the ground, s.</summary>
    public const double GroundS = 2.0;

    /// <summary>Currents below this tell nothing of the sign that a battery monitor uses, A.</summary>
    public const double SignDeadBandA = 0.5;

    /// <summary>Share of readings of the other sign up to which they are taken for noise and left out.</summary>
    public const double SignNoiseShare = 0.01;
}
