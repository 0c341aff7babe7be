using BvlosSim.Geodesy;

namespace BvlosSim.Estimation.Kinematics;

/// <summary>A path cut into equal pieces, each flown on one track with the wind of its midpoint.</summary>
internal interface ISegmentedPath
{
    /// <summary>Number of pieces, ≥ 1.</summary>
    int Count { get; }

    /// <summary>Length of a piece in metres.</summary>
    double SegmentLengthM { get; }

    /// <summary>Where the wind of a piece is taken.</summary>
    GeoPoint Midpoint(int index);

    /// <summary>Track of a piece in degrees.</summary>
    double TrackDeg(int index);
}

/// <summary>A geodesic cut into equal pieces that all keep the track of its start.</summary>
internal readonly struct GeodesicSegments : ISegmentedPath
{
    private readonly GeodesicLine _line;
    private readonly double _trackDeg;
    private readonly double _distanceM;

    /// <summary>Cuts a geodesic.</summary>
    /// <param name="start">Its start.</param>
    /// <param name="azimuthDeg">Its azimuth there, the flown track.</param>
    /// <param name="distanceM">Its length in metres, &gt; 0.</param>
    /// <param name="count">Number of pieces.</param>
    public GeodesicSegments(GeoPoint start, double azimuthDeg, double distanceM, int count)
    {
        _line = new GeodesicLine(start.LatDeg, start.LonDeg, azimuthDeg);
        _trackDeg = azimuthDeg;
        _distanceM = distanceM;
        Count = count;
        SegmentLengthM = distanceM / count;
    }

    /// <inheritdoc />
    public int Count { get; }

    /// <inheritdoc />
    public double SegmentLengthM { get; }

    /// <inheritdoc />
    public GeoPoint Midpoint(int index)
    {
        GeodesicDirect point = _line.Position(_distanceM * ((index + 0.5) / Count));
        return new GeoPoint(point.LatDeg, point.LonDeg);
    }

    /// <inheritdoc />
    public double TrackDeg(int index) => _trackDeg;
}

/// <summary>A turn arc between its points; the track turns evenly, the wind is taken halfway along each chord.</summary>
internal readonly struct ArcSegments : ISegmentedPath
{
    private readonly GeoPoint[] _points;
    private readonly double _trackInDeg;
    private readonly double _signedAngleDeg;

    /// <summary>Wraps the points of an arc.</summary>
    /// <param name="points">Entry, inner points, exit.</param>
    /// <param name="trackInDeg">Track at the entry.</param>
    /// <param name="turn">The turn.</param>
    public ArcSegments(GeoPoint[] points, double trackInDeg, in TurnGeometry turn)
    {
        _points = points;
        _trackInDeg = trackInDeg;
        _signedAngleDeg = turn.SignedAngleDeg;
        SegmentLengthM = turn.ArcLengthM / Count;
    }

    /// <inheritdoc />
    public int Count => _points.Length - 1;

    /// <inheritdoc />
    public double SegmentLengthM { get; }

    /// <inheritdoc />
    public GeoPoint Midpoint(int index)
    {
        GeoPoint from = _points[index];
        GeoPoint to = _points[index + 1];
        GeodesicInverse chord = Geodesic.Inverse(from.LatDeg, from.LonDeg, to.LatDeg, to.LonDeg);
        GeodesicDirect middle = Geodesic.Direct(from.LatDeg, from.LonDeg, chord.Azimuth1Deg, chord.DistanceM / 2.0);
        return new GeoPoint(middle.LatDeg, middle.LonDeg);
    }

    /// <inheritdoc />
    public double TrackDeg(int index) => Angles.Norm360(_trackInDeg + (_signedAngleDeg * ((index + 0.5) / Count)));
}
