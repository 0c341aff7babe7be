using System.Reflection;

namespace BvlosSim.Cli.Running;

/// <summary>The version that outputs name.</summary>
internal static class ToolVersion
{
    private const string Variable = "BVLOS_SIM_TOOL_VERSION";

    /// <summary>The environment's version if it sets one, else that of the build.</summary>
    public static string Current => System.Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given
        : typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
