namespace BvlosSim.Reliability.Counting;

/// <summary>Times from the sending of a signal to the end of the process.</summary>
internal sealed class Latencies
{
    private readonly Lock _gate = new();
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public double Median => _milliseconds.Count == 0 ? double.NaN : Sorted()[_milliseconds.Count / 2];

    public double Worst => _milliseconds.Count == 0 ? double.NaN : _milliseconds.Max();

    /// <summary>How many were longer than promised on a quiet machine.</summary>
    public int Over(TimeSpan promise) => _milliseconds.Count(m => m > promise.TotalMilliseconds);

    public void Add(TimeSpan latency)
    {
        lock (_gate)
            _milliseconds.Add(latency.TotalMilliseconds);
    }

    /// <summary>The cells of a table row: number, median, worst, over 100 ms.</summary>
    public string Cells() =>
        Count == 0 ? "0 | – | – | –" : $"{Count} | {Median:F1} ms | {Worst:F1} ms | {Over(Promise.Latency)}";

    private List<double> Sorted() => [.. _milliseconds.Order()];
}
