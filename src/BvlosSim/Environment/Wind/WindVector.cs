namespace BvlosSim.Environment.Wind;

/// <summary>Motion of the air: where it blows to, not where it comes from.</summary>
/// <param name="EastMps">Component towards east, m/s.</param>
/// <param name="NorthMps">Component towards north, m/s.</param>
public readonly record struct WindVector(double EastMps, double NorthMps)
{
    /// <summary>Wind speed, √(e² + n²), in m/s.</summary>
    public double SpeedMps => Math.Sqrt((EastMps * EastMps) + (NorthMps * NorthMps));
}
