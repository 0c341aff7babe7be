namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>Compares text with a file that is part of the project.</summary>
internal static class Golden
{
    public static void Assert(string name, string actual)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "golden", name);
        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        string normalised = actual.ReplaceLineEndings("\n");
        if (string.Equals(expected, normalised, StringComparison.Ordinal))
            return;
        File.WriteAllText(path + ".actual", normalised);
        Xunit.Assert.Fail($"golden/{name} differs from what was computed, which is in {path}.actual: copy it over if the change is meant");
    }
}
