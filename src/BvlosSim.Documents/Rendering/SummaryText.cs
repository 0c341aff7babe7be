using System.Globalization;
using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Estimation;
using BvlosSim.Estimation.Energy;
using BvlosSim.Values;

namespace BvlosSim.Documents.Rendering;

/// <summary>The outcome of an estimate in one line, without a final newline.</summary>
public static class SummaryText
{
    private const string Separator = "   ";

    /// <summary>Renders the line.</summary>
    public static byte[] Render(EstimatorEnvelope envelope)
    {
        IEnumerable<string?> fields = envelope.Result is { } result ? Fields(result) : Fields(envelope);
        return Encoding.UTF8.GetBytes(string.Join(Separator, fields.Where(f => f is not null)));
    }

    private static IEnumerable<string?> Fields(EstimateResult result)
    {
        yield return result.Status switch
        {
            EstimateStatus.Success => "FEASIBLE",
            EstimateStatus.Infeasible => "INFEASIBLE",
            _ => "ERROR",
        };
        yield return Reserve(result.Energy);
        yield return result.Totals.TimeS != 0.0 ? "flight " + ReportText.Duration(result.Totals.TimeS) : null;
        yield return result.Weather is { IsFeasible: false } ? "weather FAIL" : null;
        yield return result.Obstacle is { IsFeasible: false } ? "obstacle FAIL" : null;
        yield return result.RthIsFeasible is false ? "RTH infeasible" : null;
        yield return result.Warnings.IsEmpty ? null : string.Create(CultureInfo.InvariantCulture, $"warnings {result.Warnings.Length}");
        yield return result.Failure is { } failure ? $"[{FailureTokens.Codes.NameOf(failure.Code)}]" : null;
    }

    private static IEnumerable<string?> Fields(EstimatorEnvelope envelope)
    {
        Diagnostic error = envelope.Diagnostics[^1];
        yield return "ERROR";
        yield return Bracket(error);
        yield return error.Message;
    }

    private static string Bracket(Diagnostic error)
    {
        Scalar input = error.Context.Find("input_name");
        Scalar stage = error.Context.Find("stage");
        Scalar path = error.Context.Find("path");
        string source = input.Kind == ScalarKind.Text && stage.Kind == ScalarKind.Text ? $": {input.Text} {stage.Text}" : "";
        string place = path.Kind == ScalarKind.Text ? $" ({path.Text})" : "";
        return $"[{error.Code}{source}{place}]";
    }

    /// <summary>The landing reserve above its threshold, in percent of the threshold.</summary>
    private static string? Reserve(EnergyResult? energy)
    {
        if (energy is null || energy.ReserveThresholdWh == 0.0)
            return null;
        double margin = ((energy.ReserveAtLandingWh / energy.ReserveThresholdWh) - 1.0) * 100.0;
        string sign = margin < 0.0 ? "\u2212" : "";
        return $"reserve {sign}{ReportText.Fixed(Math.Abs(margin), 1)} %";
    }
}
