namespace BvlosSim.Estimation.Geofence;

/// <summary>The worst of many cases of one defect, and how many there are.</summary>
/// <typeparam name="T">What is known of a case.</typeparam>
internal sealed class WorstCase<T>
{
    /// <summary>Number of cases.</summary>
    public int Count { get; private set; }

    /// <summary>How bad the worst is.</summary>
    public double Measure { get; private set; } = double.NegativeInfinity;

    /// <summary>The worst; the first of equals.</summary>
    public T? Worst { get; private set; }

    /// <summary>Adds a case.</summary>
    public void Add(T found, double measure)
    {
        Count++;
        if (measure <= Measure)
            return;
        Measure = measure;
        Worst = found;
    }
}
