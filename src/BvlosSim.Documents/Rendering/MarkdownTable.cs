using System.Text;

namespace BvlosSim.Documents.Rendering;

/// <summary>A Markdown table with columns padded to a common width, so that it also reads well as plain text.</summary>
public sealed class MarkdownTable
{
    private readonly List<string[]> _rows = [];

    /// <summary>Starts a table.</summary>
    /// <param name="columns">Headings of the columns.</param>
    public MarkdownTable(params string[] columns) => _rows.Add(columns);

    /// <summary>Adds a row with one cell per column.</summary>
    /// <param name="cells">The cells; a <c>|</c> is escaped.</param>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))]);

    /// <summary>Writes the table.</summary>
    /// <param name="text">Where it goes.</param>
    public void AppendTo(StringBuilder text)
    {
        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(c => Math.Max(3, _rows.Max(r => r[c].Length)))];
        AppendRow(text, _rows[0], widths);
        text.Append('|');
        foreach (int width in widths)
            text.Append(' ').Append('-', width).Append(" |");
        text.Append('\n');
        foreach (string[] row in _rows.Skip(1))
            AppendRow(text, row, widths);
    }

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        text.Append('|');
        for (int i = 0; i < cells.Length; i++)
            text.Append(' ').Append(cells[i].PadRight(widths[i])).Append(" |");
        text.Append('\n');
    }
}
