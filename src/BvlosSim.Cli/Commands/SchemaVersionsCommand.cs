using System.CommandLine;
using BvlosSim.Cli.Outputs;
using BvlosSim.Cli.Running;
using BvlosSim.Documents.Envelopes;

namespace BvlosSim.Cli.Commands;

/// <summary><c>schema-versions</c> and its alias <c>contracts</c>.</summary>
internal static class SchemaVersionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(string name, CancellationToken cancellation)
    {
        var command = new Command(name, "Print the versions of all documents that this version reads and writes, as JSON.");
        command.SetAction(_ =>
        {
            if (OutputTarget.Print(SchemaVersionsJson.Render(ToolVersion.Current), out string reason, cancellation) == Delivery.Done)
                return ExitCode.Success;
            HumanText.Line(reason);
            return ExitCode.InternalError;
        });
        return command;
    }
}
