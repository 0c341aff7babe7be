using System.Globalization;
using BvlosSim.Documents.Inputs;
using BvlosSim.Documents.Loading;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Cli.Running;

/// <summary>Option values of <c>estimate</c> that are checked after parsing, since what is wrong with them is an input error.</summary>
internal static class EstimateOptionCheck
{
    private const string Now = "now";

    /// <summary>The time stamp to note: the current time for <c>now</c>, else the text as written.</summary>
    /// <param name="given">The option's value; null = not given.</param>
    /// <param name="stamp">What to note; null = nothing.</param>
    /// <returns>Why the value is refused, or null.</returns>
    public static LoadError? Stamp(string? given, out string? stamp)
    {
        stamp = given == Now
            ? TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : given;
        if (given is null or Now || GeneratedAt.IsValid(given))
            return null;
        return new LoadError
        {
            InputName = "--generated-at",
            Path = "--generated-at",
            Stage = LoadStage.Parse,
            Details = ScalarMap.Of(("raw", given)),
            Message = $"'{given}' is no ISO 8601 date or time: write 2026-01-31T12:00:00Z, or now.",
        };
    }

    /// <summary>The run-time options; null when none was given.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options.</param>
    /// <returns>Why a value is refused, or null.</returns>
    public static LoadError? Options(EstimateRequest request, out EstimationOptions? options)
    {
        options = null;
        if (request is { MaxSegmentLengthM: null, Fidelity: null })
            return null;
        if (request.MaxSegmentLengthM is { } length && !(length > 0.0))
        {
            const string message = "The longest piece of a leg must be greater than 0 m.";
            return new LoadError
            {
                InputName = "--max-segment-length-m",
                Path = "--max-segment-length-m",
                Stage = LoadStage.SchemaValidation,
                Details = ScalarMap.Of(
                    ("first_error_message", message),
                    ("first_error_path", "max_segment_length_m"),
                    ("first_error_type", "greater_than"),
                    ("validation_error_count", 1)),
                Message = message,
            };
        }

        options = new EstimationOptions { MaxSegmentLengthM = request.MaxSegmentLengthM, Fidelity = request.Fidelity };
        return null;
    }
}
