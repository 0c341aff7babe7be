namespace BvlosSim.Reliability.Running;

/// <summary>The small programs of the system that the suite needs.</summary>
internal static class Tool
{
    /// <summary>Runs one to its end.</summary>
    public static Outcome Run(string name, params string[] arguments)
    {
        using RunningProgram program = RunningProgram.Start(name, arguments, "/");
        return program.Wait();
    }

    /// <summary>Whether it is there and answers.</summary>
    public static bool Exists(string name, string harmlessArgument)
    {
        try
        {
            return Run(name, harmlessArgument).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
