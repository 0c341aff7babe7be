using System.CommandLine;
using System.CommandLine.Help;
using BvlosSim.Cli.Commands;
using BvlosSim.Cli.Outputs;
using BvlosSim.Cli.Running;

namespace BvlosSim.Cli;

/// <summary>The commands of the program, and the parsing of their options.</summary>
internal static class CommandLine
{
    /// <summary>No response files: a mission may be called <c>@m.yaml</c>, and no file may add options.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Parses the arguments and runs the command.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="cancellation">Cancelled by a termination signal.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, CancellationToken cancellation)
    {
        RootCommand root = Root(cancellation);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var configuration = new InvocationConfiguration
        {
            // Signals and bugs have one owner each, and neither is the parser.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            Output = output,
            Error = error,
        };
        ParseResult parsed = root.Parse(args, Parsing);
        if (parsed.Errors.Count > 0)
            return UsageError(parsed);
        int code = parsed.Invoke(configuration);
        HumanText.Print(error.ToString());
        if (output.ToString() is { Length: > 0 } text && OutputTarget.Print(System.Text.Encoding.UTF8.GetBytes(text), out string reason, cancellation) == Delivery.Failed)
        {
            HumanText.Line(reason);
            return ExitCode.InternalError;
        }

        return code;
    }

    private static RootCommand Root(CancellationToken cancellation)
    {
        var root = new RootCommand(HelpTexts.Root)
        {
            EstimateCommand.Create(cancellation),
            SizeBatteryCommand.Create(cancellation),
            LogInfoCommand.Create(cancellation),
            IngestLogCommand.Create(cancellation),
            SegmentCommand.Create(cancellation),
            ValidateCommand.Create(cancellation),
            CalibrateCommand.Create(cancellation),
            SchemaVersionsCommand.Create("schema-versions", cancellation),
            SchemaVersionsCommand.Create("contracts", cancellation),
        };
        root.Directives.Clear();
        root.Options.Remove(root.Options.First(o => o is VersionOption));
        var version = new Option<bool>("--version") { Description = "Print the version and exit." };
        root.Options.Add(version);
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(version))
                parsed.InvocationConfiguration.Output.Write($"bvlos-sim {ToolVersion.Current}\n");
            else
                new HelpAction().Invoke(parsed);
            return ExitCode.Success;
        });
        return root;
    }

    private static int UsageError(ParseResult parsed)
    {
        foreach (string message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            HumanText.Line(message);
        string command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        HumanText.Line($"see 'bvlos-sim {command}--help'.");
        return ExitCode.Usage;
    }
}
