using System.Collections.Immutable;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;
using BvlosSim.Values;

namespace BvlosSim.Documents.Binding;

/// <summary>The refusal of a document that violates its contract.</summary>
internal static class ContractRefusal
{
    /// <summary>Makes the refusal.</summary>
    /// <param name="problems">Everything that is wrong, in contract order; not empty.</param>
    /// <param name="blamed">The document.</param>
    /// <param name="inputName">What the input is called.</param>
    public static LoadError Of(ImmutableArray<Problem> problems, LoadedDocument blamed, string inputName)
    {
        Problem first = problems[0];
        string more = problems.Length > 1 ? $" ({problems.Length} problems in all)" : "";
        return new LoadError
        {
            InputName = inputName,
            Path = blamed.Path,
            Stage = LoadStage.SchemaValidation,
            Identity = blamed.Identity,
            Details = ScalarMap.Of(
                ("validation_error_count", problems.Length),
                ("first_error_path", first.Path),
                ("first_error_type", first.Type),
                ("first_error_message", first.Message)),
            Message = $"Line {first.Line}, column {first.Column}: {(first.Path is null ? "" : FoundValue.Printable(first.Path) + ": ")}{first.Message}{more}",
            Problems = problems,
        };
    }
}
