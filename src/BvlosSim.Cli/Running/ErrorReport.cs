using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>Reports an error that has no envelope: a line for a person, the error object for a program.</summary>
internal static class ErrorReport
{
    /// <summary>Prints the error, on standard output also when there is an output file.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="reason">Text for a person.</param>
    /// <param name="details">Keys of the contract; empty = none.</param>
    /// <param name="exitCode">The exit code of the error.</param>
    /// <param name="cancellation">Ends a slow write.</param>
    /// <returns>The exit code.</returns>
    public static int Print(string command, string reason, ScalarMap details, int exitCode, CancellationToken cancellation)
    {
        HumanText.Line(reason);
        return PrintObject(command, reason, details, exitCode, cancellation);
    }

    /// <summary>Prints the error object alone, where a person has been told already.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="reason">Text for a person.</param>
    /// <param name="details">Keys of the contract; empty = none.</param>
    /// <param name="exitCode">The exit code of the error.</param>
    /// <param name="cancellation">Ends a slow write.</param>
    /// <returns>The exit code.</returns>
    public static int PrintObject(string command, string reason, ScalarMap details, int exitCode, CancellationToken cancellation)
    {
        byte[] error = ErrorObject.Render(command, reason, details);
        if (OutputTarget.Print(error, out string printReason, cancellation) != Delivery.Failed)
            return exitCode;
        HumanText.Line(printReason);
        return ExitCode.InternalError;
    }
}
