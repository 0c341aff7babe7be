using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Documents.Loading;
using BvlosSim.Documents.Rendering;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.Rendering;

public class RefusedInputTests
{
    [Fact]
    public void A_refused_input_is_one_line_with_its_code_input_stage_and_path() => Assert.Equal(
        "ERROR   [INPUT_LOAD_ERROR: mission read (/m.yaml)]   It is not there.",
        Line(EstimatorEnvelope.Of("1.0.0", Refusal, [])));

    [Fact]
    public void An_internal_error_is_one_line() => Assert.Equal(
        "ERROR   [INTERNAL_ERROR]   Boom.", Line(EstimatorEnvelope.OfInternalError("1.0.0", "BoomException", "Boom.", [])));

    [Fact]
    public void A_profile_of_a_refused_input_is_its_envelope() => Assert.Equal(
        EnvelopeJson.Render(EstimatorEnvelope.Of("1.0.0", Refusal, [])),
        EstimateFormats.Render(EstimatorEnvelope.Of("1.0.0", Refusal, []), EstimateFormat.Profile));

    [Fact]
    public void A_checklist_of_a_refused_input_is_one_failed_row_and_a_no_go()
    {
        string text = Encoding.UTF8.GetString(ChecklistText.Render(EstimatorEnvelope.Of("1.0.0", Refusal, [])));

        Assert.Contains("✗ Estimate                  FAIL   INPUT_LOAD_ERROR (/m.yaml): It is not there.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nStatus: NO-GO\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_envelope_of_a_refused_input_lists_it_when_it_was_read()
    {
        var identity = new DocumentIdentity("yaml", new string('0', 64));
        EstimatorEnvelope envelope = EstimatorEnvelope.Of("1.0.0", Refusal with { Identity = identity }, [new InputDocument("vehicle", identity)]);

        Assert.Equal(["vehicle", "mission"], envelope.Inputs.Select(i => i.Name));
    }

    private static LoadError Refusal { get; } = new()
    {
        InputName = "mission",
        Path = "/m.yaml",
        Stage = LoadStage.Read,
        Details = ScalarMap.Of(("read_error_type", "FileNotFoundError")),
        Message = "It is not there.",
    };

    private static string Line(EstimatorEnvelope envelope) => Encoding.UTF8.GetString(SummaryText.Render(envelope));
}
