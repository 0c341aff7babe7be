using BvlosSim.Estimation.Energy;
using BvlosSim.Geodesy;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.Energy;

/// <summary>The factors on powers for mass and air density.</summary>
public class PowerScalingTests
{
    private static Vehicle Q => TestVehicles.Q;

    private static PowerFactors At(Vehicle vehicle, PowerSource source, double altitudeM) => new PowerScaling(vehicle).At(source, altitudeM);

    [Fact]
    public void Known_factors()
    {
        Expect.Printed(1.41434649, At(Q, PowerSource.Hover, 530).Mass);
        Expect.Printed(1.12249722, At(Q, PowerSource.Cruise, 530).Mass);
        Expect.Printed(0.97217322, At(Q, PowerSource.Climb, 530).Density);
        Expect.Printed(1.04884417, At(Q, PowerSource.Cruise, 620).Density);
        Expect.Printed(0.97643765, At(Q, PowerSource.Hover, 620).Density);
        Expect.Printed(897.66375555, 650 * At(Q, PowerSource.Hover, 620).Product);
    }

    [Theory]
    [InlineData(PowerSource.Hover)]
    [InlineData(PowerSource.Climb)]
    [InlineData(PowerSource.Descent)]
    public void All_powers_but_cruise_are_induced(PowerSource source)
    {
        PowerFactors factors = At(Q, source, 1000);
        Assert.Equal(At(Q, PowerSource.Hover, 1000), factors);
        Expect.Near(Math.Pow(1.26, 1.5), factors.Mass, 1e-15);
        Expect.Near(Math.Sqrt(1.1 / StandardAtmosphere.DensityKgPerM3(1000)), factors.Density, 1e-15);
    }

    [Fact]
    public void Cruise_power_is_never_lowered_by_density()
    {
        double thinner = 1.1 / StandardAtmosphere.DensityKgPerM3(3000);
        double denser = 1.1 / StandardAtmosphere.DensityKgPerM3(0);
        Assert.True(thinner > 1 && denser < 1);
        Expect.Near(thinner, At(Q, PowerSource.Cruise, 3000).Density, 1e-15);
        Expect.Near(1 / denser, At(Q, PowerSource.Cruise, 0).Density, 1e-15);
        Expect.Near(Math.Sqrt(denser), At(Q, PowerSource.Climb, 0).Density, 1e-15);
    }

    [Fact]
    public void The_exponents_are_the_vehicles()
    {
        Vehicle vehicle = Q.WithEnergy(e => e with { InducedPowerMassExponent = 2, CruisePowerMassExponent = 3 });
        Expect.Near(1.26 * 1.26, At(vehicle, PowerSource.Climb, 0).Mass, 1e-15);
        Expect.Near(1.26 * 1.26 * 1.26, At(vehicle, PowerSource.Cruise, 0).Mass, 1e-15);
    }

    [Fact]
    public void A_lighter_aircraft_needs_less_power()
    {
        Vehicle vehicle = Q.WithMass(m => m with { OperatingMassKg = 4 });
        Expect.Near(Math.Sqrt(0.8), At(vehicle, PowerSource.Cruise, 0).Mass, 1e-15);
    }

    [Fact]
    public void Nothing_is_scaled_without_reference_conditions()
    {
        Vehicle vehicle = Q.WithEnergy(e => e with { ReferenceMassKg = null, ReferenceDensityKgm3 = null });
        Assert.Equal(new PowerFactors(null, null), At(vehicle, PowerSource.Climb, 500));
        Assert.Equal(1, At(vehicle, PowerSource.Climb, 500).Product);
    }

    [Fact]
    public void Of_two_factors_a_missing_one_counts_as_one()
    {
        PowerFactors massOnly = At(Q.WithEnergy(e => e with { ReferenceDensityKgm3 = null }), PowerSource.Cruise, 500);
        Assert.Equal(1, massOnly.Density);
        Expect.Near(Math.Sqrt(1.26), massOnly.Product, 1e-15);

        PowerFactors densityOnly = At(Q.WithEnergy(e => e with { ReferenceMassKg = null }), PowerSource.Climb, 500);
        Assert.Equal(1, densityOnly.Mass);
        Assert.Equal(densityOnly.Density, densityOnly.Product);
        Assert.Equal(densityOnly, At(Q.WithMass(m => m with { OperatingMassKg = null }), PowerSource.Climb, 500));
        Assert.NotEqual(1, densityOnly.Product);
    }

    [Fact]
    public void There_is_no_factor_where_there_is_no_air() =>
        Assert.True(double.IsNaN(At(Q, PowerSource.Hover, 45_000).Product));
}
