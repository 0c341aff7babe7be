using System.Security.Cryptography;

namespace BvlosSim.FlightLogs.Fuzz.Running;

/// <summary>The logs that broke a rule. They are printed as they are found, and saved where that was asked for.</summary>
/// <param name="folder">Where they are saved; null = nowhere.</param>
internal sealed class Findings(string? folder)
{
    private const int MostPrinted = 20;

    private readonly Lock _lock = new();

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    /// <param name="name">How to find the log again.</param>
    /// <param name="what">What went wrong.</param>
    /// <param name="log">Its bytes; null = not at hand.</param>
    public void Add(string name, string what, byte[]? log)
    {
        lock (_lock)
        {
            if (++Count > MostPrinted)
                return;
            Console.WriteLine($"FAILED {name}: {what}");
            if (folder is null || log is null)
                return;
            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(log))[..16] + ".log");
            File.WriteAllBytes(file, log);
            Console.WriteLine($"  saved as {file}");
        }
    }
}
