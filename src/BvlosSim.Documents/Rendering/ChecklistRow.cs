using System.Text;

namespace BvlosSim.Documents.Rendering;

/// <summary>A line of the checklist.</summary>
internal readonly record struct ChecklistRow(char Icon, string Category, string Outcome, string Detail)
{
    private const int CategoryWidth = 25;
    private const int OutcomeWidth = 4;

    public static ChecklistRow Passed(string category, string detail) => new('✓', category, "PASS", detail);

    public static ChecklistRow Failed(string category, string detail) => new('✗', category, "FAIL", detail);

    public static ChecklistRow NotEvaluated(string category) => new('◌', category, "N/A", "not evaluated");

    public static ChecklistRow Graded(bool passed, string category, string detail) => passed ? Passed(category, detail) : Failed(category, detail);

    public void AppendTo(StringBuilder text)
    {
        string line = $"{Icon} {Category.PadRight(CategoryWidth)} {Outcome.PadRight(OutcomeWidth)}   {Detail}";
        text.Append(line.TrimEnd()).Append('\n');
    }
}
