using BenchmarkDotNet.Attributes;

namespace BvlosSim.Geodesy.Bench;

/// <summary>
/// Time of one geodesic, as the mean over a fixed set of random ones: a loop over equal arguments would flatter the branch predictor.
/// </summary>
[MemoryDiagnoser]
public class GeodesicBenchmarks
{
    private const int Count = 1024;

    private readonly (double Lat1, double Lon1, double Lat2, double Lon2)[] _far = new (double, double, double, double)[Count];
    private readonly (double Lat1, double Lon1, double Lat2, double Lon2)[] _near = new (double, double, double, double)[Count];
    private readonly (double Lat, double Lon, double Azimuth, double DistanceM)[] _lines = new (double, double, double, double)[Count];
    private readonly GeodesicLine _line = new(47, 8, 53.8);

    [GlobalSetup]
    public void DrawArguments()
    {
        var random = new Random(2013);
        for (int i = 0; i < Count; i++)
        {
            (double lat, double lon) = Point(random);
            (double lat2, double lon2) = Point(random);
            _far[i] = (lat, lon, lat2, lon2);
            _lines[i] = (lat, lon, 360 * random.NextDouble(), 20e6 * random.NextDouble());

            GeodesicDirect end = Geodesic.Direct(lat, lon, 360 * random.NextDouble(), 1e3 + (49e3 * random.NextDouble()));
            _near[i] = (lat, lon, end.LatDeg, end.LonDeg);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double InverseRandom()
    {
        double sum = 0;
        foreach ((double lat1, double lon1, double lat2, double lon2) in _far)
            sum += Geodesic.Inverse(lat1, lon1, lat2, lon2).DistanceM;
        return sum;
    }

    /// <summary>Points 1 to 50 km apart.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double InverseShort()
    {
        double sum = 0;
        foreach ((double lat1, double lon1, double lat2, double lon2) in _near)
            sum += Geodesic.Inverse(lat1, lon1, lat2, lon2).DistanceM;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Direct()
    {
        double sum = 0;
        foreach ((double lat, double lon, double azimuth, double distanceM) in _lines)
            sum += Geodesic.Direct(lat, lon, azimuth, distanceM).LatDeg;
        return sum;
    }

    /// <summary>Points along one prepared line.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double LinePosition()
    {
        double sum = 0;
        foreach ((_, _, _, double distanceM) in _lines)
            sum += _line.Position(distanceM).LatDeg;
        return sum;
    }

    private static (double Lat, double Lon) Point(Random random) =>
        (Angles.ToDegrees(Math.Asin((2 * random.NextDouble()) - 1)), (360 * random.NextDouble()) - 180);
}
