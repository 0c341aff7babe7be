using System.CommandLine;
using BvlosSim.Cli.Outputs;
using BvlosSim.Cli.Running;

namespace BvlosSim.Cli.Commands;

/// <summary>The options of every command that writes a document: where it goes, and checking the files alone.</summary>
internal sealed class DocumentOptions
{
    private readonly Option<string?> _output = CommonOptions.Path(
        "--output", "Write the document to this file, whole or not at all, instead of standard output.", "-o");

    private readonly Option<bool> _noClobber = CommonOptions.Flag(
        "--no-clobber", "Refuse (exit 11) when the file of --output exists.");

    private readonly Option<bool> _validateOnly = CommonOptions.Flag(
        "--validate-only", "Check the input files, each for itself, and stop.");

    private readonly Option<PreflightFormat?> _validateFormat = CommonOptions.Choice(
        "--validate-format", PreflightFormats.Set, "How --validate-only reports. Default: text.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_output);
        command.Options.Add(_noClobber);
        command.Options.Add(_validateOnly);
        command.Options.Add(_validateFormat);
    }

    /// <summary>Where the document goes.</summary>
    public OutputTarget Target(ParseResult parsed) => new(parsed.GetValue(_output), parsed.IsGiven(_noClobber));

    /// <summary>How the files are to be checked; null = run the command.</summary>
    public PreflightFormat? ValidateOnly(ParseResult parsed) =>
        parsed.IsGiven(_validateOnly) ? parsed.GetValue(_validateFormat) ?? PreflightFormat.Text : null;
}
