using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Missions;
using BvlosSim.Documents.Tests.Binding;
using BvlosSim.Environment.Wind;
using BvlosSim.Links;
using BvlosSim.Missions;

namespace BvlosSim.Documents.Tests.Missions;

/// <summary>What a valid mission is bound to.</summary>
public class MissionValueTests
{
    [Fact]
    public void TheLeastMission()
    {
        Mission mission = Outcome.BindMission(Samples.Mission);

        Assert.Equal("ex", mission.MissionId);
        Assert.Equal("q", mission.VehicleProfile);
        Assert.Null(mission.DepartureTime);
        Assert.Equal(new PlannedHome(52.0, 4.0, 0.0), mission.PlannedHome);
        Assert.Equal(
            [
                new RouteItem { Id = "t", Action = RouteAction.VtolTakeoff, AltitudeM = 100.0 },
                new RouteItem { Id = "w", Action = RouteAction.Waypoint, LatDeg = 52.01, LonDeg = 4.0, AltitudeM = 100.0 },
                new RouteItem { Id = "r", Action = RouteAction.Rtl },
            ],
            mission.Route.AsEnumerable());
        Assert.Equal(new MissionDefaults(), mission.Defaults);
        Assert.Equal(new MissionConstraints(), mission.Constraints);
        Assert.Equal(new MissionAssets(), mission.Assets);
        Assert.Null(mission.Airspace);
        Assert.Null(mission.Sora);
        Assert.Null(mission.LostLinkPolicy);
        Assert.Empty(mission.LinkSystems);
        Assert.Null(mission.Estimation);
    }

    [Fact]
    public void EveryValueOfAMission()
    {
        Mission mission = Outcome.BindMission(Samples.FullMission);

        Assert.Equal(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), mission.DepartureTime!.Value.Value);
        Assert.Equal(new PlannedHome(52.0, 4.0, 3.5), mission.PlannedHome);
        Assert.Equal(
            new MissionDefaults { CruiseSpeedMps = 18.0, HoverSpeedMps = 4.0, AltitudeReference = AltitudeReference.Amsl }, mission.Defaults);
        var loiter = new RouteItem
        {
            Id = "l",
            Action = RouteAction.LoiterTime,
            LatDeg = 52.01,
            LonDeg = 4.02,
            AltitudeM = 80.0,
            AltitudeReference = AltitudeReference.Terrain,
            AcceptanceRadiusM = 5.0,
            LoiterTimeS = 60.0,
            LoiterRadiusM = 40.0,
        };
        Assert.Equal(loiter, mission.Route[0]);
        Assert.Equal(["HIGH_CRAB_MARGIN", "GEOFENCE_ZERO_ZONES"], mission.Constraints.AcceptedWarningCodes.AsEnumerable());
        var constraints = new MissionConstraints
        {
            AcceptedWarningCodes = mission.Constraints.AcceptedWarningCodes,
            MinLandingReservePercent = 20.0,
            RequireRthReserve = false,
            MaxWindMps = 12.0,
            MaxGustMps = 15.0,
            MaxCrosswindMps = 8.0,
            MinVisibilityM = 5000.0,
            MaxPrecipitationMmH = 1.0,
            MinObstacleClearanceM = 30.0,
            MinTerrainClearanceM = 40.0,
            MinDistanceToLandingZoneM = 2000.0,
        };
        Assert.Equal(constraints, mission.Constraints);
        var assets = new MissionAssets
        {
            GeofencesFile = "g.geojson",
            LandingZonesFile = "l.geojson",
            TerrainFile = "t.yaml",
            PopulationGridFile = "p.yaml",
            ObstaclesFile = "",
            WindGridFile = "w.yaml",
            CommsCoverageFile = "c.yaml",
        };
        Assert.Equal(assets, mission.Assets);
        Assert.Equal("rtl", mission.LostLinkPolicy);
        var link = new LinkSystem
        {
            LinkId = "a",
            Kind = LinkKind.CellularLte5G,
            Required = false,
            Priority = 2,
            Availability = LinkAvailability.Unavailable,
            MaxRangeM = 9000.0,
            CoverageAssetRef = "c",
        };
        Assert.Equal(link, Assert.Single(mission.LinkSystems));
        Assert.Equal(new WindLayer(0.0, 1.5, 2.5), Assert.Single(mission.Estimation!.WindLayers!.Value));
        var estimation = new EstimationSettings
        {
            WindEastMps = 1.0,
            WindNorthMps = -2.0,
            WindLayers = mission.Estimation.WindLayers,
            MinGroundspeedMps = -1.0,
            MaxSegmentLengthM = 250.0,
            Fidelity = Fidelity.V2,
        };
        Assert.Equal(estimation, mission.Estimation);
    }

    [Fact]
    public void EveryDeclarationOfAMission()
    {
        Mission mission = Outcome.BindMission(Samples.FullMission);

        var airspace = new AirspaceDeclaration
        {
            Class = AirspaceClass.G,
            MaxAltitudeAglM = 120.0,
            VolumeAssessmentReference = "doc 1",
            WorstCaseArcDeclared = true,
            AerodromeEnvironment = false,
            OverUrbanArea = false,
            TransponderMandatoryZone = false,
        };
        Assert.Equal(airspace, mission.Airspace);
        var sora = new SoraDeclaration
        {
            GroundRiskFootprint = new GroundRiskFootprint
            {
                OperationalVolumeMarginM = 10.0,
                GroundRiskBufferM = 120.0,
                VerticalContingencyMarginM = 20.0,
                MaximumHeightAglM = 120.0,
                Derivation = "doc 2",
            },
            ContainmentEvidence = new ContainmentEvidence
            {
                AssessmentReference = "doc 3",
                AveragePopulationDensityPplKm2 = 50.0,
                LargestOutdoorAssembly = OutdoorAssembly.Below40000,
                ShelteringApplicable = true,
                GroundRiskBufferRevalidationReference = "doc 4",
            },
            GroundRiskMitigations = new GroundRiskMitigations
            {
                M1ASheltering = new RiskMitigation { Applied = true, Robustness = Robustness.Low, Evidence = "doc 5", FootprintRevalidated = true },
            },
        };
        Assert.Equal(sora, mission.Sora);
        Assert.Equal(new SoraDeclaration(), Outcome.BindMission(Samples.Mission.With("sora", "{}")).Sora);
    }

    [Fact]
    public void EmptyObjectsEqualAbsentOnes()
    {
        Mission mission = Outcome.BindMission(
            Samples.Mission.With("defaults", "{}").With("constraints", "{}").With("assets", "{}").With("policy", "{}").With("estimation", "{}"));

        Assert.Equal(new MissionDefaults(), mission.Defaults);
        Assert.Equal(new MissionConstraints(), mission.Constraints);
        Assert.Equal(new MissionAssets(), mission.Assets);
        Assert.Equal(new EstimationSettings(), mission.Estimation);
    }

    [Fact]
    public void AbsentBlocksAreRemarked()
    {
        Assert.Equal("no constraints/assets/policy block declared", Bind(Samples.Mission).AbsentBlocksNote);
        Assert.Equal("no constraints/policy block declared", Bind(Samples.Mission.With("assets", "{}")).AbsentBlocksNote);
        Assert.Null(Bind(Samples.FullMission).AbsentBlocksNote);

        static BoundMission Bind(DocumentNode root) => Outcome.Sound(MissionReader.Bind(Tree.Document(root)));
    }
}
