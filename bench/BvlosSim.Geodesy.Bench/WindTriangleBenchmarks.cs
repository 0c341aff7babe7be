using BenchmarkDotNet.Attributes;

namespace BvlosSim.Geodesy.Bench;

/// <summary>
/// Time of one wind triangle, as the mean over a fixed set of random ones that all have a solution.
/// </summary>
[MemoryDiagnoser]
public class WindTriangleBenchmarks
{
    private const int Count = 1024;

    private readonly (double TrackDeg, double EastMps, double NorthMps)[] _winds = new (double, double, double)[Count];

    [GlobalSetup]
    public void DrawArguments()
    {
        var random = new Random(2013);
        for (int i = 0; i < Count; i++)
            _winds[i] = (360 * random.NextDouble(), (10 * random.NextDouble()) - 5, (10 * random.NextDouble()) - 5);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Solve()
    {
        double sum = 0;
        foreach ((double trackDeg, double eastMps, double northMps) in _winds)
        {
            if (WindTriangle.TrySolve(trackDeg, 15, eastMps, northMps, out WindTriangleSolution solution))
                sum += solution.GroundspeedMps;
        }

        return sum;
    }
}
