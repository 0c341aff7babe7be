using CsCheck;

namespace BvlosSim.Geodesy.Tests;

public class TurnTests
{
    [Theory]
    [InlineData(0, 90, 90)]
    [InlineData(90, 0, -90)]
    [InlineData(350, 10, 20)]
    [InlineData(10, 350, -20)]
    [InlineData(0, 180, 180)]
    [InlineData(180, 0, 180)]
    [InlineData(720, -45, -45)]
    [InlineData(47, 47, 0)]
    public void The_shorter_way_is_taken(double trackIn, double trackOut, double signed)
    {
        TurnGeometry turn = Turn.Between(trackIn, trackOut, 60);
        Assert.Equal(signed, turn.SignedAngleDeg);
        Assert.Equal(Math.Abs(signed), turn.AngleDeg);
    }

    [Fact]
    public void A_right_angle_has_known_lengths()
    {
        TurnGeometry turn = Turn.Between(0, 90, 60);
        Assert.Equal(60 * Math.PI / 2, turn.ArcLengthM, 1e-13);
        Assert.Equal(60, turn.TangentOffsetM, 1e-13);
    }

    [Fact]
    public void A_reversal_has_no_corner()
    {
        TurnGeometry turn = Turn.Between(30, 210, 60);
        Assert.Equal(double.PositiveInfinity, turn.TangentOffsetM);
        Assert.Equal(60 * Math.PI, turn.ArcLengthM, 1e-12);
        Assert.True(double.IsFinite(Turn.Between(30, 209.9, 60).TangentOffsetM));
    }

    /// <summary>Corners worked by hand-sized numbers: 179.80401052° with a radius of 60 m.</summary>
    [Fact]
    public void A_near_reversal_has_a_long_offset() =>
        Assert.Equal(35080.89673282, Turn.Between(0, 179.80401052, 60).TangentOffsetM, 2e-3);

    [Fact]
    public void Mirrored_tracks_turn_the_other_way() => Property.Holds(
        Gen.Select(Gen.Double[0, 360], Gen.Double[0, 360], Gen.Double[1, 500]),
        v =>
        {
            (double trackIn, double trackOut, double radius) = v;
            TurnGeometry turn = Turn.Between(trackIn, trackOut, radius);
            TurnGeometry mirrored = Turn.Between(-trackIn, -trackOut, radius);
            Assert.Equal(-turn.SignedAngleDeg, mirrored.SignedAngleDeg, 1e-12);
            Assert.Equal(turn.ArcLengthM, mirrored.ArcLengthM, 1e-10);
            Assert.Equal(0, Math.IEEERemainder(trackIn + turn.SignedAngleDeg - trackOut, 360), 1e-12);
            // Half the turn, seen from the centre: offset : radius = sin : cos.
            double half = Angles.ToRadians(turn.AngleDeg / 2);
            Assert.Equal(radius * Math.Sin(half), turn.TangentOffsetM * Math.Cos(half), 1e-10);
            Assert.Equal(2 * half * radius, turn.ArcLengthM, 1e-10);
        });

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    public void An_unknown_track_gives_nan(double trackIn, double trackOut) =>
        Assert.Equal(new TurnGeometry(double.NaN, double.NaN, double.NaN, double.NaN), Turn.Between(trackIn, trackOut, 60));

    [Fact]
    public void An_unknown_radius_leaves_the_angles()
    {
        TurnGeometry turn = Turn.Between(0, 20, double.NaN);
        Assert.Equal(20, turn.AngleDeg);
        Assert.Equal(double.NaN, turn.ArcLengthM);
        Assert.Equal(double.NaN, turn.TangentOffsetM);
    }
}
