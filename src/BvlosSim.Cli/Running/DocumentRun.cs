using System.Collections.Immutable;
using BvlosSim.Cli.Outputs;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Json;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Preflight;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>
/// What surrounds the walk of every command that makes one document and reports errors as error objects: checking the files alone,
/// <c>--no-clobber</c>, delivery, refusals, bugs. A command adds its inputs, its one call into the domain and its renderer.
/// </summary>
internal abstract class DocumentRun
{
    private readonly string _command;
    private readonly OutputTarget _target;
    private readonly PreflightFormat? _validateOnly;

    /// <summary>Prepares a run.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="target">Where the document goes.</param>
    /// <param name="validateOnly">How the files alone are to be checked; null = run the command.</param>
    /// <param name="cancellation">Ends the run.</param>
    protected DocumentRun(string command, OutputTarget target, PreflightFormat? validateOnly, CancellationToken cancellation)
    {
        _command = command;
        _target = target;
        _validateOnly = validateOnly;
        Cancellation = cancellation;
    }

    /// <summary>Ends the run.</summary>
    protected CancellationToken Cancellation { get; }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public int Execute()
    {
        try
        {
            if (_validateOnly is { } format)
                return PreflightReport.Print(_command, CheckFiles(), format, Cancellation);
            return _target.IsTaken ? Refuse(_target.TakenReason) : Walk();
        }
        catch (NonFiniteNumberException number)
        {
            return Refuse($"{number.Message} An input holds a number beyond what can be calculated with.");
        }
#pragma warning disable CA1031 // A bug in the walk still owes its caller a document that says so.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            HumanText.ReportBug(bug);
            return ErrorReport.PrintObject(_command, bug.Message, ErrorType(bug.GetType().Name), ExitCode.InternalError, Cancellation);
        }
    }

    /// <summary>Checks the input files, each for itself, in contract order.</summary>
    protected abstract ImmutableArray<FileCheck> CheckFiles();

    /// <summary>Loads, calls the domain, renders, and ends in <see cref="Deliver(byte[], int)"/> or a refusal.</summary>
    /// <returns>The exit code.</returns>
    protected abstract int Walk();

    /// <summary>Delivers the document.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="exitCode">The exit code once it is where it should be.</param>
    protected int Deliver(byte[] document, int exitCode = ExitCode.Success)
    {
        Cancellation.ThrowIfCancellationRequested();
        return CodeOf(_target.Deliver(document, out string reason, Cancellation), reason, exitCode);
    }

    /// <summary>Delivers a document that is written as it is made: a long one need not be held.</summary>
    /// <param name="write">Makes the document and hands its pieces on.</param>
    protected int Deliver(Action<Action<ReadOnlySpan<byte>>> write)
    {
        Cancellation.ThrowIfCancellationRequested();
        return CodeOf(_target.Deliver(write, out string reason, Cancellation), reason, ExitCode.Success);
    }

    /// <summary>Reports that an option or an input is refused.</summary>
    /// <param name="reason">Text for a person.</param>
    /// <param name="details">Keys of the contract; null = none.</param>
    /// <param name="exitCode">The exit code.</param>
    protected int Refuse(string reason, ScalarMap? details = null, int exitCode = ExitCode.InvalidInput) =>
        ErrorReport.Print(_command, reason, details ?? ScalarMap.Empty, exitCode, Cancellation);

    /// <summary>Reports that an input is refused, where a person has been told already.</summary>
    /// <param name="reason">Text for a person.</param>
    /// <param name="details">Keys of the contract; empty = none.</param>
    protected int RefuseQuietly(string reason, ScalarMap details) =>
        ErrorReport.PrintObject(_command, reason, details, ExitCode.InvalidInput, Cancellation);

    /// <summary>Reports that a document is refused.</summary>
    protected int Refuse(LoadError error)
    {
        HumanText.Refusal(error);
        return RefuseQuietly(error.Message, error.Context);
    }

    /// <summary>Reports that the inputs of an estimate are refused.</summary>
    protected int Refuse(InputFailure failure)
    {
        if (failure.VectorError is not { } vector)
            return Refuse(failure.Error);
        HumanText.Refusal(vector.Path, vector.Message, vector.Problems);
        return ErrorReport.PrintObject(_command, vector.Message, ScalarMap.Empty, ExitCode.InvalidInput, Cancellation);
    }

    private int CodeOf(Delivery delivery, string reason, int exitCode) => delivery switch
    {
        Delivery.Done => exitCode,
        Delivery.Refused => Refuse(reason),
        _ => NotWritten(reason),
    };

    private int NotWritten(string reason)
    {
        HumanText.Line(reason);
        // Standard output itself has failed: there is nowhere left to put an error.
        return _target.Path is null
            ? ExitCode.InternalError
            : ErrorReport.PrintObject(_command, reason, ErrorType("OutputWriteError"), ExitCode.InternalError, Cancellation);
    }

    private static ScalarMap ErrorType(string name) => ScalarMap.Of(("error_type", name));
}
