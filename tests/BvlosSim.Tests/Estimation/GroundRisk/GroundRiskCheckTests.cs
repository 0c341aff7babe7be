using BvlosSim.Environment.Grids;
using BvlosSim.Environment.Population;
using BvlosSim.Estimation;
using BvlosSim.Estimation.GroundRisk;
using BvlosSim.Missions;
using BvlosSim.Vehicles;

namespace BvlosSim.Tests.Estimation.GroundRisk;

public class GroundRiskCheckTests
{
    private static readonly PopulationGrid Grid = GridOf(7, (row, column) => (10 * row) + (column * column));

    [Fact]
    public void The_class_of_a_leg_is_that_of_the_greatest_density_within_its_samples()
    {
        GroundRiskResult risk = Run().GroundRisk!;
        Expect.Printed(24.0, risk.Legs[0].MaxDensityPplKm2);
        Expect.Printed(46.54656276, risk.Legs[1].MaxDensityPplKm2);
        Expect.Printed(46.54656276, risk.Legs[2].MaxDensityPplKm2);
        Expect.Printed(24.5495375, risk.NumericalDilationM);
        Assert.Equal([4, 4, 4], risk.Legs.Select(l => l.Class));
        Assert.Equal((2, 1, 4), (risk.AircraftColumn, risk.ControlledGroundClass, risk.MissionClass));
        Assert.Equal(12, risk.AircraftMassKg);
    }

    [Fact]
    public void A_declared_footprint_widens_the_look()
    {
        var footprint = new GroundRiskFootprint
        {
            OperationalVolumeMarginM = 30,
            GroundRiskBufferM = 130,
            VerticalContingencyMarginM = 10,
            MaximumHeightAglM = 120,
            Derivation = "test",
        };
        Mission mission = BaseMission.Mission with { Sora = new SoraDeclaration { GroundRiskFootprint = footprint } };
        GroundRiskResult risk = BaseMission.Run(mission, population: Grid).GroundRisk!;
        Expect.Printed(26.625228, risk.Legs[0].MaxDensityPplKm2);
        Expect.Printed(50.10882871, risk.Legs[1].MaxDensityPplKm2);
        Expect.Printed(24.5495375, risk.NumericalDilationM);
        Assert.Equal([4, 5, 5], risk.Legs.Select(l => l.Class));
        Assert.Equal((160.0, 5), (risk.BufferM, risk.MissionClass));
    }

    [Fact]
    public void A_small_slow_aircraft_has_the_first_column() =>
        Assert.Equal([3, 3, 3], Run(Sized(1, 25)).GroundRisk!.Legs.Select(l => l.Class));

    [Fact]
    public void An_aircraft_beyond_the_table_is_invalid_input() => Expect.Failure(
        Run(Sized(41, 30)).Failure, FailureKind.InvalidInput, FailureCode.SoraInputUnsupported, FlightPlace.Mission);

    [Fact]
    public void A_density_beyond_the_column_is_unsupported()
    {
        EstimateResult result = Run(Sized(5, 30), GridOf(7, (_, _) => 50000));
        Expect.Failure(
            result.Failure, FailureKind.Unsupported, FailureCode.SoraInputUnsupported, new FlightPlace(1, 1, "wp1"), ("max_density_ppl_km2", 50000.0));
        Assert.Null(result.GroundRisk);
    }

    [Fact]
    public void A_light_aircraft_has_class_1_over_any_density()
    {
        Vehicle light = BaseMission.Vehicle with
        {
            CharacteristicDimensionM = null,
            Mass = new VehicleMass { EmptyKg = 0.2, MaxTakeoffKg = 0.25 },
            Performance = BaseMission.Vehicle.Performance with { MaxSpeedMps = 25 },
        };
        GroundRiskResult risk = Run(light, GridOf(7, (_, _) => 50000)).GroundRisk!;
        Assert.Equal([1, 1, 1], risk.Legs.Select(l => l.Class));
        Assert.Equal((null, 1), (risk.AircraftColumn, risk.ControlledGroundClass));
    }

    [Fact]
    public void Without_the_dimension_there_is_a_warning_and_no_class()
    {
        EstimateResult result = Run(BaseMission.Vehicle with { CharacteristicDimensionM = null });
        Assert.Null(result.GroundRisk);
        Expect.Warnings(result, (WarningCode.PopulationDensityDimensionMissing, FlightPlace.Mission));
    }

    [Fact]
    public void A_grid_that_ends_beside_the_route_is_refused() => Expect.Failure(
        Run(population: GridOf(4, (row, column) => (10 * row) + (column * column))).Failure,
        FailureKind.InvalidInput, FailureCode.PopulationCoverageMissing, new FlightPlace(1, 1, "wp1"),
        ("sample_lat", 52.00500043), ("sample_lon", 4.00999889));

    [Theory]
    [InlineData(1, 4.999, 2)]
    [InlineData(1, 5, 3)]
    [InlineData(1, 50000, 7)]
    [InlineData(2, 50000, 8)]
    [InlineData(3, 49999.9, 8)]
    [InlineData(3, 50000, null)]
    [InlineData(5, 0, 6)]
    [InlineData(5, 500, 9)]
    public void The_table_has_its_published_entries(int column, double density, int? expected) =>
        Assert.Equal(expected, GroundRiskTable.Class(column, density));

    [Theory]
    [InlineData(1, 25, 1)]
    [InlineData(1, 25.1, 2)]
    [InlineData(1.1, 10, 2)]
    [InlineData(3, 75, 3)]
    [InlineData(20, 120, 4)]
    [InlineData(40, 200, 5)]
    [InlineData(40, 200.1, null)]
    [InlineData(40.1, 10, null)]
    public void The_column_is_the_first_whose_limits_hold(double dimension, double speed, int? expected) =>
        Assert.Equal(expected, GroundRiskTable.Column(dimension, speed));

    private static EstimateResult Run(Vehicle? vehicle = null, PopulationGrid? population = null) =>
        BaseMission.Run(BaseMission.Mission, vehicle: vehicle, population: population ?? Grid);

    private static Vehicle Sized(double dimension, double speed) => BaseMission.Vehicle with
    {
        CharacteristicDimensionM = dimension,
        Performance = BaseMission.Vehicle.Performance with { MaxSpeedMps = speed },
    };

    private static PopulationGrid GridOf(int columns, Func<int, int, double> density) => new(
        new RegularGrid(
            new RegularAxis(51.98, 0.01, 6),
            new RegularAxis(3.98, 0.01, columns),
            [.. Enumerable.Range(0, 6 * columns).Select(i => density(i / columns, i % columns))]),
        evidence: null);
}
