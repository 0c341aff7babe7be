namespace BvlosSim.Cli;

/// <summary>Longer texts of the help.</summary>
internal static class HelpTexts
{
    /// <summary>What the program is.</summary>
    public static string Root { get; } =
        """
        Can this aircraft fly this mission, come home with its reserve, and how sure are we?

        Reads a mission and a vehicle (YAML or JSON), simulates the flight and judges it: GO or NO-GO, with the evidence.
        The document goes to standard output or, whole or not at all, to --output; everything else to standard error.

        Exit codes:
        """
        + "\n" + string.Join('\n', ExitCode.All.Select(e => $"  {e.Code,2}  {e.Meaning}"))
        + "\n\nExample:\n  bvlos-sim estimate examples/multirotor-inspection/mission.yaml examples/multirotor-inspection/vehicle.yaml --format checklist";
}
