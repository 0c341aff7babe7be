using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;

namespace BvlosSim.Cli.Running;

/// <summary>The exit code of an estimate. The format never matters.</summary>
internal static class VerdictExitCode
{
    /// <summary>Grades an envelope.</summary>
    /// <param name="envelope">The outcome.</param>
    /// <param name="engineeringOnly">A feasible flight passes whatever the verdict.</param>
    public static int Of(EstimatorEnvelope envelope, bool engineeringOnly)
    {
        if (envelope.Result is not { } result)
            return envelope.Diagnostics[^1].Kind == "internal_error" ? ExitCode.InternalError : ExitCode.InvalidInput;
        return result.Failure?.Kind switch
        {
            null => engineeringOnly || envelope.Readiness.IsGo ? ExitCode.Success : ExitCode.Infeasible,
            FailureKind.Infeasible => ExitCode.Infeasible,
            FailureKind.InvalidInput => ExitCode.InvalidInput,
            _ => ExitCode.Unsupported,
        };
    }
}
