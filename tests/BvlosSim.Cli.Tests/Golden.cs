using System.Runtime.CompilerServices;

namespace BvlosSim.Cli.Tests;

/// <summary>
/// Compares an output with the file of its name under <c>golden/</c>, byte for byte. With BVLOS_SIM_UPDATE_GOLDEN=1 the
/// file is written instead: look at the difference before committing it.
/// </summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        string path = Path.Combine(SourceFolder(), "golden", name);
        if (System.Environment.GetEnvironmentVariable("BVLOS_SIM_UPDATE_GOLDEN") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
