using System.Globalization;
using System.Runtime.InteropServices;

namespace BvlosSim.Reliability.Running;

/// <summary>The signals that the suite sends.</summary>
internal enum Signal
{
    HUP = 1,
    INT = 2,
    QUIT = 3,
    KILL = 9,
    TERM = 15,
}

/// <summary>Sends signals, and knows what a process does with them.</summary>
internal static partial class Signals
{
    public static void Send(int process, Signal signal) => _ = Kill(process, (int)signal);

    /// <summary>
    /// Gives this process the default dispositions, which its children inherit. A suite that runs as a background job of a script was
    /// started with SIGINT ignored, and no child of it could be interrupted by that signal.
    /// </summary>
    public static void RestoreDefaults()
    {
        foreach (Signal signal in (ReadOnlySpan<Signal>)[Signal.HUP, Signal.INT, Signal.QUIT, Signal.TERM])
            _ = Disposition((int)signal, 0);
    }

    /// <summary>
    /// Whether a process has its own handlers for all of the termination signals: it has reached the first statement of its Main.
    /// SIGTERM is the first and SIGHUP the one after SIGINT to be registered, so both tell that all of the sent ones are.
    /// </summary>
    public static bool AreCaughtBy(int process)
    {
        const ulong Sought = (1UL << ((int)Signal.TERM - 1)) | (1UL << ((int)Signal.HUP - 1)) | (1UL << ((int)Signal.INT - 1));
        try
        {
            const string Label = "SigCgt:";
            string caught = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(Label, StringComparison.Ordinal));
            ulong mask = ulong.Parse(caught.AsSpan(Label.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (mask & Sought) == Sought;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Disposition(int signal, nint handler);
}
