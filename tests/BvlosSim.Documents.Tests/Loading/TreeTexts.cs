using System.Globalization;
using System.Text;
using CsCheck;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>A tree to be written as a document, and where each of its nodes was written.</summary>
internal abstract record Sample
{
    public sealed record Scalar(string Json, string Shown) : Sample;

    public sealed record Text(string Value) : Sample;

    public sealed record Sequence(IReadOnlyList<Sample> Items) : Sample;

    public sealed record Map(IReadOnlyList<(string Key, Sample Value)> Members) : Sample;
}

/// <summary>Generates trees, and writes them as JSON, which is also flow YAML, and as block YAML, remembering every place.</summary>
internal static class TreeTexts
{
    private static readonly string[] Words = ["true", "false", "null"];
    private static readonly string[] Phrases = ["a", "é😀", "x: y", "[1, 2, 3, 4]", "# no", "- 1", "it's", "\u2028", "1, 2, 3, 4, 5", "", "12", "yes"];

    private static readonly Gen<Sample> Scalars = Gen.OneOf<Sample>(
        Gen.Int.Select(i => (Sample)new Sample.Scalar(i.ToString(CultureInfo.InvariantCulture), "i" + i)),
        Gen.Int[-99999, 99999].Select(i => i / 1000.0).Select(Number),
        Gen.Int[0, 2].Select(i => (Sample)new Sample.Scalar(Words[i], Words[i])),
        Texts().Select(t => (Sample)new Sample.Text(t)));

    /// <summary>A mapping of depth up to five.</summary>
    public static Gen<Sample> Roots { get; } = Maps(4);

    /// <summary>Writes JSON with random blanks and line ends between tokens.</summary>
    public static (string Text, string Shown) Json(Sample root, int seed)
    {
        var writer = new Writer(new Random(seed));
        writer.Json(root);
        return writer.Finish();
    }

    /// <summary>Writes YAML in block style.</summary>
    public static (string Text, string Shown) Block(Sample root)
    {
        var writer = new Writer(new Random(1));
        writer.Block(root, 0);
        return writer.Finish();
    }

    private static Sample Number(double value)
    {
        string text = value.ToString("0.0####", CultureInfo.InvariantCulture);
        return new Sample.Scalar(text, "f" + double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
    }

    private static Gen<string> Texts() => Gen.Int[0, Phrases.Length - 1].Select(i => Phrases[i]);

    private static Gen<Sample> Values(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency((4, Scalars), (2, Lists(depth)), (2, Maps(depth)), (1, Scalars.Array[4, 12].Select(v => (Sample)new Sample.Sequence(v))));

    private static Gen<Sample> Lists(int depth) => Values(depth - 1).Array[0, 5].Select(v => (Sample)new Sample.Sequence(v));

    private static Gen<Sample> Maps(int depth) => Values(depth - 1).Array[1, 5]
        .Select(v => (Sample)new Sample.Map([.. v.Select((value, i) => (i % 2 == 0 ? $"k{i}" : $"é{i}", value))]));

    private sealed class Writer(Random random)
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _shown = new();
        private int _line = 1;
        private int _column = 1;

        public (string Text, string Shown) Finish() => (_text.ToString(), _shown.ToString());

        public void Json(Sample sample)
        {
            switch (sample)
            {
                case Sample.Sequence sequence:
                    Open("[", "[");
                    for (int i = 0; i < sequence.Items.Count; i++)
                    {
                        Put(i == 0 ? "" : ",");
                        Blanks();
                        Json(sequence.Items[i]);
                        _shown.Append(", ");
                    }

                    Blanks();
                    Close("]");
                    break;
                case Sample.Map map:
                    Open("{", "{");
                    for (int i = 0; i < map.Members.Count; i++)
                    {
                        Put(i == 0 ? "" : ",");
                        Blanks();
                        Leaf(Quote(map.Members[i].Key), $"'{map.Members[i].Key}'");
                        _shown.Append(": ");
                        Put(": ");
                        Json(map.Members[i].Value);
                        _shown.Append(", ");
                    }

                    Blanks();
                    Close("}");
                    break;
                default:
                    Leaf(sample);
                    break;
            }
        }

        public void Block(Sample sample, int indent)
        {
            switch (sample)
            {
                case Sample.Sequence { Items.Count: > 0 } sequence:
                    Open("", "[");
                    for (int i = 0; i < sequence.Items.Count; i++)
                    {
                        Indent(i == 0 ? _column - 1 : indent);
                        Put("- ");
                        Block(sequence.Items[i], indent + 2);
                        EndLine();
                        _shown.Append(", ");
                    }

                    _shown.Append(']');
                    break;
                case Sample.Map { Members.Count: > 0 } map:
                    Open("", "{");
                    for (int i = 0; i < map.Members.Count; i++)
                    {
                        (string key, Sample value) = map.Members[i];
                        Indent(i == 0 ? _column - 1 : indent);
                        Leaf(key, $"'{key}'");
                        _shown.Append(": ");
                        Put(": ");
                        if (value is Sample.Sequence { Items.Count: > 0 } or Sample.Map)
                        {
                            EndLine();
                            Indent(indent + 2);
                        }

                        Block(value, indent + 2);
                        EndLine();
                        _shown.Append(", ");
                    }

                    _shown.Append('}');
                    break;
                case Sample.Sequence or Sample.Map:
                    Json(sample);
                    break;
                default:
                    Leaf(sample);
                    break;
            }
        }

        private void Leaf(Sample sample)
        {
            if (sample is Sample.Text text)
                Leaf(Quote(text.Value), $"'{text.Value}'");
            else if (sample is Sample.Scalar scalar)
                Leaf(scalar.Json, scalar.Shown);
        }

        private void Leaf(string written, string shown)
        {
            _shown.Append(CultureInfo.InvariantCulture, $"{_line}:{_column} {shown}");
            Put(written);
        }

        private void Open(string written, string shown) => Leaf(written, shown);

        private void Close(string bracket)
        {
            Put(bracket);
            _shown.Append(bracket);
        }

        private void Blanks() => Put(random.Next(8) switch { 0 => "\n ", 1 => "\r\n  ", 2 => "  ", _ => "" });

        private void Indent(int columns)
        {
            if (_column == 1)
                Put(new string(' ', columns));
        }

        private void EndLine()
        {
            if (_column > 1)
                Put("\n");
        }

        private void Put(string text)
        {
            _text.Append(text);
            foreach (Rune rune in text.EnumerateRunes())
            {
                if (rune.Value == '\n')
                    (_line, _column) = (_line + 1, 1);
                else if (rune.Value != '\r')
                    _column++;
            }
        }

        private static string Quote(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\u2028", "\\u2028", StringComparison.Ordinal) + '"';
    }
}
