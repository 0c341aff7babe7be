using System.Collections.Immutable;
using System.Globalization;
using BvlosSim.FlightLogs.Calibration.Energy;

namespace BvlosSim.Cli.Running;

/// <summary>The options of <c>calibrate --energy</c>, which say nothing without it.</summary>
internal static class EnergyOptionCheck
{
    /// <summary>Checks the options.</summary>
    /// <param name="request">The request.</param>
    /// <param name="masses">The masses flown.</param>
    /// <returns>Why an option is refused, or null.</returns>
    public static string? ProblemOf(CalibrateRequest request, out ImmutableArray<FlownMass> masses)
    {
        masses = [];
        if (!request.Energy)
        {
            return request switch
            {
                { Holdout: not null } => "--holdout goes with --energy.",
                { Masses.Count: > 0 } => "--mass-kg goes with --energy.",
                { AllowFewSamples: true } => "--allow-few-samples goes with --energy; without it, --min-samples says how many are enough.",
                _ => null,
            };
        }

        if (request.MinSamples is not null)
            return "--min-samples does not go with --energy, whose minimum is fixed: --allow-few-samples lifts it.";
        ImmutableArray<FlownMass>.Builder read = ImmutableArray.CreateBuilder<FlownMass>(request.Masses.Count);
        foreach (string text in request.Masses)
        {
            int sign = text.LastIndexOf('=');
            if (sign <= 0 || !double.TryParse(text.AsSpan(sign + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double massKg))
                return $"--mass-kg: '{text}' is not TRACE_ID=KG, such as flight-3=5.2.";
            read.Add(new FlownMass(text[..sign], massKg));
        }

        masses = read.DrainToImmutable();
        return null;
    }
}
