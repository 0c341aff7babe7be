using System.Globalization;
using BvlosSim.Estimation.Kinematics;

namespace BvlosSim.Estimation.Planar;

/// <summary>Why a shape is not one.</summary>
/// <param name="Defect">The defect, in the words of the simple-feature rules.</param>
/// <param name="At">Where it is; null when it has no place.</param>
internal sealed record Invalidity(string Defect, GeoPoint? At)
{
    /// <summary>The defect and its place as <c>Self-intersection[4.5 52.1]</c>: longitude, then latitude.</summary>
    public override string ToString() => At is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{Defect}[{at.LonDeg:R} {at.LatDeg:R}]")
        : Defect;
}
