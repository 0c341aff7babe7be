namespace BvlosSim.ExampleFlights.Recording;

/// <summary>A lithium battery of six cells that sags under load.</summary>
/// <param name="capacityWh">Nameplate energy.</param>
internal sealed class BatteryPack(double capacityWh)
{
    private const double NominalV = 22.2;
    private const double ResistanceOhm = 0.016;
    private const double SecondsPerHour = 3600.0;

    private static readonly (double Charge, double VoltageV)[] OpenCircuit = [(0.0, 19.8), (0.2, 22.1), (0.5, 22.9), (0.9, 24.4), (1.0, 25.1)];

    /// <summary>Nameplate charge, Ah.</summary>
    public double CapacityAh { get; } = capacityWh / NominalV;

    /// <summary>Charge drawn, Ah.</summary>
    public double DrawnAh { get; private set; }

    /// <summary>Energy drawn, Wh.</summary>
    public double DrawnWh { get; private set; }

    /// <summary>Voltage under load, V.</summary>
    public double VoltageV { get; private set; }

    /// <summary>Current, A.</summary>
    public double CurrentA { get; private set; }

    /// <summary>Voltage without load, V.</summary>
    public double RestingV { get; private set; }

    /// <summary>Delivers power for a time.</summary>
    public void Deliver(double powerW, double seconds)
    {
        RestingV = RestingAt(1.0 - (DrawnAh / CapacityAh));
        CurrentA = (RestingV - Math.Sqrt((RestingV * RestingV) - (4.0 * ResistanceOhm * powerW))) / (2.0 * ResistanceOhm);
        VoltageV = RestingV - (ResistanceOhm * CurrentA);
        DrawnAh += CurrentA * seconds / SecondsPerHour;
        DrawnWh += powerW * seconds / SecondsPerHour;
    }

    private static double RestingAt(double charge)
    {
        int above = Math.Max(1, Array.FindIndex(OpenCircuit, p => p.Charge >= charge));
        (double fromCharge, double fromV) = OpenCircuit[above - 1];
        (double toCharge, double toV) = OpenCircuit[above];
        return fromV + ((charge - fromCharge) / (toCharge - fromCharge) * (toV - fromV));
    }
}
