using BvlosSim.Estimation.Kinematics;
using BvlosSim.Estimation.Planar;
using BvlosSim.Estimation.Sampling;

namespace BvlosSim.Estimation.Clearance;

/// <summary>Where a piece of route meets a keep-out.</summary>
/// <param name="Point">The place.</param>
/// <param name="DistanceM">Distance from there to the outline of the obstacle, metres; 0 inside an area.</param>
internal readonly record struct KeepOutContact(GeoPoint Point, double DistanceM);

/// <summary>A piece of a leg between two neighbouring samples, in the local plane around its middle: a straight line.</summary>
internal sealed class RoutePiece
{
    private readonly RouteSample _start;
    private readonly RouteSample _end;
    private bool _isProjected;
    private LocalPlane _plane;
    private PlaneVector _from;
    private PlaneVector _to;

    /// <summary>Makes a piece; of a leg with one sample, that sample is both ends.</summary>
    public RoutePiece(RouteSample start, RouteSample end)
    {
        _start = start;
        _end = end;
    }

    /// <summary>Begin of the piece.</summary>
    public GeoPoint StartPoint => new(_start.LatDeg, _start.LonDeg);

    /// <summary>End of the piece.</summary>
    public GeoPoint EndPoint => new(_end.LatDeg, _end.LonDeg);

    /// <summary>Its least altitude, metres AMSL.</summary>
    public double AltitudeM => Math.Min(_start.AltitudeAmslM, _end.AltitudeAmslM);

    /// <summary>A position in the plane of the piece.</summary>
    public PlaneVector Project(GeoPoint position)
    {
        // Most pieces are near no obstacle and never need their plane.
        if (!_isProjected)
        {
            _plane = LocalPlane.Between(StartPoint, EndPoint);
            _from = _plane.Project(StartPoint);
            _to = _plane.Project(EndPoint);
            _isProjected = true;
        }

        return _plane.Project(position);
    }

    /// <summary>Distance to a shape made of projected positions.</summary>
    public double DistanceTo(PlaneShape shape) => shape.DistanceTo(_from, _to);

    /// <summary>The first point of the piece in the keep-out of a shape; the begin where it only grazes it.</summary>
    public KeepOutContact FirstContact(PlaneShape shape, double reachM)
    {
        double share = new Footprint(shape, reachM).FirstContact(_from, _to) ?? 0.0;
        PlaneVector contact = _from + ((_to - _from) * share);
        return new KeepOutContact(share == 0.0 ? StartPoint : _plane.Unproject(contact), shape.DistanceTo(contact, contact));
    }
}
