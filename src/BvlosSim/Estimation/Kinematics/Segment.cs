using BvlosSim.Environment.Wind;
using BvlosSim.Geodesy;
using BvlosSim.Values;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>One piece of a path: solves how long a distance on its track takes in one wind regime.</summary>
/// <typeparam name="TPath">The kind of path.</typeparam>
internal ref struct Segment<TPath>
    where TPath : struct, ISegmentedPath
{
    private const int MaxIterations = 24;
    private const double RelativeTolerance = 1e-10;
    private const double AbsoluteTolerance = 1e-7;

    private readonly ref readonly TPath _path;
    private readonly int _index;
    private readonly LegFlight _flight;
    private readonly FlightSettings _settings;
    private readonly double _trackDeg;
    private GeoPoint? _midpoint;

    /// <summary>Takes a piece of a path.</summary>
    public Segment(in TPath path, int index, in LegFlight flight, FlightSettings settings)
    {
        _path = ref path;
        _index = index;
        _flight = flight;
        _settings = settings;
        _trackDeg = path.TrackDeg(index);
    }

    /// <summary>Length in metres.</summary>
    public readonly double LengthM => _path.SegmentLengthM;

    /// <summary>Seconds since departure at the start of the leg.</summary>
    public readonly double StartClockS => _flight.StartClockS;

    /// <summary>The wind of the run.</summary>
    public readonly WindProvider Wind => _settings.Wind;

    /// <summary>Share of the leg's distance when a length of this piece is flown.</summary>
    public readonly double FractionAt(double travelledM)
    {
        double from = (double)_index / _path.Count;
        double to = (_index + 1.0) / _path.Count;
        return from + ((to - from) * Math.Min(1.0, travelledM / LengthM));
    }

    /// <summary>Solves the duration of a distance in one wind regime.</summary>
    /// <param name="wind">The active wind.</param>
    /// <param name="distanceM">The distance in metres.</param>
    /// <param name="legClockS">Seconds since the start of the leg when the distance begins.</param>
    /// <param name="windowS">Seconds until the wind changes; infinite when it never does.</param>
    /// <param name="durationS">The duration.</param>
    /// <param name="sample">The wind it is flown in.</param>
    /// <returns>Why it cannot be flown, or null.</returns>
    public MissionFailure? Solve(
        WindProvider wind, double distanceM, double legClockS, double windowS, out double durationS, out FlightSample sample)
    {
        // A layer is chosen where the piece starts: iterating on a staircase would only jump between two steps.
        return IsSteady(wind)
            ? SolveOnce(wind, distanceM, legClockS, out durationS, out sample)
            : Iterate(wind, distanceM, legClockS, windowS, out durationS, out sample);
    }

    /// <summary>The failure of a duration that does not settle.</summary>
    public readonly MissionFailure TimingFailure(string reason, double lastDurationS, double revisedDurationS) => new(
        FailureKind.InvalidInput,
        FailureCode.InvalidGeometry,
        "The time on a piece of the leg does not settle in this wind; a shorter max_segment_length_m may help.",
        _flight.Place,
        ScalarMap.Of(
            ("action", _flight.Action),
            ("segment_index", _index),
            ("n_segments", _path.Count),
            ("last_duration_s", lastDurationS),
            ("revised_duration_s", revisedDurationS),
            ("reason", reason)));

    /// <summary>Whether the wind is the same everywhere and always, or changes with altitude only.</summary>
    private static bool IsSteady(WindProvider wind) => wind is ConstantWind or LayeredWind;

    private static bool Close(double a, double b) =>
        Math.Abs(a - b) <= Math.Max(RelativeTolerance * Math.Max(Math.Abs(a), Math.Abs(b)), AbsoluteTolerance);

    private MissionFailure? SolveOnce(WindProvider wind, double distanceM, double legClockS, out double durationS, out FlightSample sample)
    {
        sample = Sample(wind, legClockS, out bool solved);
        durationS = distanceM / sample.Triangle.GroundspeedMps;
        return Judge(solved, sample);
    }

    private MissionFailure? Iterate(
        WindProvider wind, double distanceM, double legClockS, double windowS, out double durationS, out FlightSample sample)
    {
        durationS = distanceM / _flight.TasMps;
        double previousS = double.NaN;
        for (int iteration = 1; ; iteration++)
        {
            sample = Sample(wind, legClockS + (Math.Min(durationS, windowS) / 2.0), out bool solved);
            if (!solved || sample.Triangle.GroundspeedMps <= 0.0)
                return Judge(solved, sample);
            double revisedS = distanceM / sample.Triangle.GroundspeedMps;
            if (Close(revisedS, durationS))
            {
                durationS = revisedS;
                return Judge(solved, sample);
            }

            if (iteration >= 2 && Close(revisedS, previousS))
                return TimingFailure("two_cycle", durationS, revisedS);
            if (iteration == MaxIterations)
                return TimingFailure("iteration_limit", revisedS, revisedS);
            previousS = durationS;
            durationS = revisedS;
        }
    }

    private FlightSample Sample(WindProvider wind, double legClockS, out bool solved)
    {
        // Locating the midpoint costs more than everything else: only where the wind asks for it.
        GeoPoint position = IsSteady(wind) ? default : _midpoint ??= _path.Midpoint(_index);
        WindVector vector = wind.At(
            position.LatDeg, position.LonDeg, _flight.AltitudeAt(legClockS), _flight.StartClockS + legClockS);
        solved = WindTriangle.TrySolve(_trackDeg, _flight.TasMps, vector.EastMps, vector.NorthMps, out WindTriangleSolution triangle);
        return new FlightSample(vector, triangle);
    }

    private readonly MissionFailure? Judge(bool solved, in FlightSample sample)
    {
        LimitBreach? breach = FlightLimits.FirstBroken(solved, sample.Triangle, _settings);
        if (breach is null)
            return null;
        ScalarMap context = Context(sample.Wind);
        if (breach.Code == FailureCode.CrabAngleLimitExceeded)
            context = context.With(("groundspeed_mps", sample.Triangle.GroundspeedMps));
        return breach.ToFailure(_flight.Place, context);
    }

    private readonly ScalarMap Context(WindVector wind)
    {
        ScalarMap context = ScalarMap.Of(
            ("action", _flight.Action),
            ("track_azimuth_deg", _trackDeg),
            ("wind_east_mps", wind.EastMps),
            ("wind_north_mps", wind.NorthMps),
            ("tas_mps", _flight.TasMps));
        return _path.Count > 1 ? context.With(("segment_index", _index), ("n_segments", _path.Count)) : context;
    }
}
