using System.Text.Json;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Rendering;
using BvlosSim.Readiness;

namespace BvlosSim.Documents.Tests.Environment.Assets;

/// <summary>The assets among the inputs of an estimate, and the envelope when one is refused.</summary>
public class AssetLoadingTests
{
    [Fact]
    public void AllAssetsAreLoaded()
    {
        using AssetFolder folder = AssetFolder.Full();
        EstimateInputs inputs = Load(folder, out InputFailure? failure)!;

        Assert.Null(failure);
        Assert.NotNull(inputs.Terrain);
        Assert.NotNull(inputs.Population);
        Assert.NotNull(inputs.WindGrid);
        Assert.Single(inputs.Obstacles!.Value);
        Assert.Single(inputs.Geofences!.Value);
        Assert.Empty(inputs.LandingZones!.Value);
        Assert.Equal(
            ["mission yaml", "vehicle yaml", "terrain yaml", "population yaml", "obstacles geojson", "wind_grid yaml", "geofences geojson", "landing_zones geojson"],
            inputs.Documents.Select(d => $"{d.Name} {d.Identity.Format}"));
    }

    [Fact]
    public void WhatIsNotReferencedIsNull()
    {
        using var folder = new AssetFolder("{}");
        EstimateInputs inputs = Load(folder, out _)!;

        Assert.Null(inputs.Terrain);
        Assert.Null(inputs.Population);
        Assert.Null(inputs.Obstacles);
        Assert.Null(inputs.WindGrid);
        Assert.Null(inputs.Geofences);
        Assert.Null(inputs.LandingZones);
    }

    [Fact]
    public void TheFirstRefusalInTheOrderOfLoadingEndsIt()
    {
        using AssetFolder folder = AssetFolder.Full();
        string[] order = ["t.yaml", "p.yaml", "o.geojson", "w.yaml", "g.geojson", "l.json"];
        string[] expected =
        [
            "terrain: mission vehicle terrain",
            "population: mission vehicle population",
            "obstacles: mission vehicle terrain population obstacles",
            "wind_grid: mission vehicle wind_grid",
            "geofences: mission vehicle terrain population obstacles wind_grid geofences",
            "landing_zones: mission vehicle terrain population obstacles wind_grid geofences landing_zones",
        ];
        for (int i = order.Length - 1; i >= 0; i--)
        {
            folder.Write(order[i], "[]");
            Assert.Null(Load(folder, out InputFailure? failure));
            string name = failure!.VectorError?.InputName ?? failure.Error.InputName;
            Assert.Equal(expected[i], $"{name}: {string.Join(' ', failure.ToEnvelope("1").Inputs.Select(d => d.Name))}");
        }
    }

    [Fact]
    public void AFileThatWasNotReadIsNotListed()
    {
        using AssetFolder folder = AssetFolder.Full();
        File.Delete(folder.In("g.geojson"));
        Assert.Null(Load(folder, out InputFailure? failure));

        Assert.Throws<InvalidOperationException>(() => failure!.Error);
        Assert.Equal("ex", failure!.MissionId);
        Assert.Equal(
            ["mission", "vehicle", "terrain", "population", "obstacles", "wind_grid"], failure.ToEnvelope("1").Inputs.Select(d => d.Name));
    }

    [Fact]
    public void ARefusedVectorAssetIsAFailureOfTheMission()
    {
        using var folder = new AssetFolder("{geofences_file: sub/.././/g.geojson}");
        Load(folder, out InputFailure? failure);
        EstimatorEnvelope envelope = failure!.ToEnvelope("1.2.3");
        JsonElement root = JsonDocument.Parse(EstimateFormats.Render(envelope, EstimateFormat.Json)).RootElement;

        Assert.Equal("error", root.GetProperty("status").GetString());
        JsonElement result = root.GetProperty("result");
        Assert.Equal("0.0", result.GetProperty("total_time_s").GetRawText());
        Assert.Equal(0, result.GetProperty("legs").GetArrayLength());
        Assert.Equal("{}", result.GetProperty("metadata").GetRawText());
        foreach (JsonElement told in (JsonElement[])[result.GetProperty("failure"), root.GetProperty("diagnostics").EnumerateArray().Single()])
        {
            Assert.Equal("ASSET_LOAD_ERROR", told.GetProperty("code").GetString());
            Assert.Equal("invalid_input", told.GetProperty("kind").GetString());
            Assert.Equal(JsonValueKind.Null, told.GetProperty("leg_index").ValueKind);
            Assert.Equal(
                [("input_name", "geofences"), ("path", folder.In("sub/../g.geojson")), ("read_error_type", "FileNotFoundError"), ("stage", "read")],
                told.GetProperty("context").EnumerateObject().Select(c => (c.Name, c.Value.GetString()!)));
        }

        Assert.Equal(ResultScope.None, envelope.Validity.Scope);
        Assert.Equal(4, envelope.Validity.UnavailableFields.Length);
        Assert.Equal(["estimate_status", "estimate"], envelope.Readiness.FailedChecks.AsEnumerable());
        Assert.Equal(
            ["route_legs", "energy", "geofence", "landing_zone", "resource", "link", "obstacle", "weather", "rth", "ground_risk"],
            envelope.Readiness.MissingEvidence.AsEnumerable());
        Assert.Equal("ex", envelope.Subject);
    }

    [Fact]
    public void AnUnsupportedGeometryIsUnsupported()
    {
        using var folder = new AssetFolder("{geofences_file: g.geojson}");
        folder.Write("g.geojson", Vector.Point());
        Load(folder, out InputFailure? failure);
        EstimatorEnvelope envelope = failure!.ToEnvelope("1");

        Assert.Equal("unsupported", envelope.Diagnostics.Single().Kind);
        Assert.Equal(["mission", "vehicle", "geofences"], envelope.Inputs.Select(d => d.Name));
    }

    [Fact]
    public void ANumberThatIsNoneIsShownAsNull()
    {
        using var folder = new AssetFolder("{geofences_file: g.geojson}");
        folder.Write("g.geojson", Vector.Polygon("[[4, 52], [NaN, 52], [5, 53], [4, 52]]"));
        Load(folder, out InputFailure? failure);
        JsonElement root = JsonDocument.Parse(EstimateFormats.Render(failure!.ToEnvelope("1"), EstimateFormat.Json)).RootElement;

        Assert.Equal(JsonValueKind.Null, root.GetProperty("result").GetProperty("failure").GetProperty("context").GetProperty("lon").ValueKind);
    }

    private static EstimateInputs? Load(AssetFolder folder, out InputFailure? failure) =>
        EstimateInputLoader.Load(folder.MissionPath, folder.VehiclePath, null, out failure, CancellationToken.None);
}
