using System.Text;

namespace BvlosSim.Reliability.Counting;

/// <summary>The Markdown tables, in the order in which they were measured.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public void Heading(string title) => _text.Append("### ").Append(title).Append("\n\n");

    public void Paragraph(string text) => _text.Append(text).Append("\n\n");

    public void Table(string header, IEnumerable<string> rows)
    {
        int columns = header.Count(c => c == '|') + 1;
        _text.Append("| ").Append(header).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", columns))).Append('\n');
        foreach (string row in rows)
            _text.Append("| ").Append(row).Append(" |\n");
        _text.Append('\n');
    }

    public void Save(string path) => File.WriteAllText(path, _text.ToString().TrimEnd('\n') + "\n");
}
