namespace BvlosSim.Scale.Generation;

/// <summary>A folder that holds everything that a run needs. The same sizes give the same bytes.</summary>
internal static class ScaleFolder
{
    public const string Airspace = "airspace.geojson";
    public const string Obstacles = "obstacles.geojson";
    public const string LandingZones = "landing-zones.geojson";

    /// <summary>Writes the folder.</summary>
    public static void Write(string folder, ScaleSizes sizes)
    {
        Directory.CreateDirectory(folder);
        AirspaceFile.Write(Path.Combine(folder, Airspace), sizes);
        ObstacleFile.Write(Path.Combine(folder, Obstacles), sizes.Obstacles);
        LandingZoneFile.Write(Path.Combine(folder, LandingZones), sizes.LandingZones);
        MissionFiles.Write(folder);
    }
}
