namespace BvlosSim.Geodesy;

/// <summary>
/// The circular arc of constant radius that leads from one track to another.
/// </summary>
/// <param name="SignedAngleDeg">Turn angle in (−180, 180], degrees, positive to the right; an exact reversal counts as a right turn.</param>
/// <param name="AngleDeg">Magnitude of the turn angle, in [0, 180] degrees.</param>
/// <param name="ArcLengthM">Length of the arc, in metres.</param>
/// <param name="TangentOffsetM">
/// Distance from the corner to either end of the arc, measured along the tracks, in metres; +∞ for an exact reversal, which has no corner.
/// </param>
public readonly record struct TurnGeometry(double SignedAngleDeg, double AngleDeg, double ArcLengthM, double TangentOffsetM);

/// <summary>
/// Plane geometry of a turn between two straight tracks.
/// </summary>
/// <remarks>
/// The plane is a good picture for radii that are small beside the Earth's: over a tangent offset of 1 km, the two tracks of a corner on the
/// ellipsoid deviate from their plane picture by less than a millimetre.
/// </remarks>
public static class Turn
{
    /// <summary>The turn from one track to another by the shorter way.</summary>
    /// <param name="trackInDeg">Track flown into the corner, degrees clockwise from north; needs no reduction.</param>
    /// <param name="trackOutDeg">Track flown out of the corner, degrees clockwise from north; needs no reduction.</param>
    /// <param name="radiusM">Radius of the turn, in metres, ≥ 0; not checked.</param>
    /// <returns>
    /// signed = normSigned(out − in); θ = |signed|; arc = R·θ; offset = R·tan(θ/2), infinite at θ = 180°. NaN or an infinite track gives NaN
    /// in every member that depends on it; equal tracks give zeros.
    /// </returns>
    public static TurnGeometry Between(double trackInDeg, double trackOutDeg, double radiusM)
    {
        double signedAngleDeg = Angles.NormSigned(trackOutDeg - trackInDeg);
        double angleDeg = Math.Abs(signedAngleDeg);
        double angleRad = Angles.ToRadians(angleDeg);
        double tangentOffsetM = angleDeg == 180 ? double.PositiveInfinity : radiusM * Math.Tan(angleRad / 2);
        return new TurnGeometry(signedAngleDeg, angleDeg, radiusM * angleRad, tangentOffsetM);
    }
}
