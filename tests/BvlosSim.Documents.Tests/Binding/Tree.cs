using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Binding;

/// <summary>Makes document trees without files, and changed copies of them.</summary>
internal static class Tree
{
    private static readonly DocumentIdentity Identity = new("yaml", new string('0', 64));

    public static LoadedDocument Document(DocumentNode root) => new("/folder/input.yaml", Identity, root);

    public static DocumentNode Json(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return Value(ref reader, bytes);
    }

    public static DocumentNode Text(string value) => DocumentNode.FromString(value, 7, 3);

    public static DocumentNode Number(double value) => DocumentNode.FromFloat(value, 7, 3);

    public static DocumentNode Integer(BigInteger value, string? misleadingText = null) => DocumentNode.FromInteger(value, 7, 3, misleadingText);

    public static DocumentNode Boolean(bool value) => DocumentNode.FromBoolean(value, 7, 3);

    public static DocumentNode Null() => DocumentNode.Null(7, 3);

    public static DocumentNode EmptyMapping() => DocumentNode.FromMembers([], 7, 3);

    public static DocumentNode List(params ImmutableArray<DocumentNode> items) => DocumentNode.FromItems(DocumentNodeKind.List, items, 7, 3);

    public static DocumentNode Time(DateTime local, TimeSpan? offset) =>
        DocumentNode.FromTime(DocumentNodeKind.DateTime, new DocumentTime(local, offset), 7, 3);

    public static DocumentNode Date(int year, int month, int day) =>
        DocumentNode.FromTime(DocumentNodeKind.Date, new DocumentTime(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified), null), 7, 3);

    /// <summary>A copy with another value at a path; a last key that is absent is added.</summary>
    public static DocumentNode With(this DocumentNode root, string path, DocumentNode value) => Change(root, path.Split('.'), _ => value);

    /// <summary>A copy with the value of JSON text at a path.</summary>
    public static DocumentNode With(this DocumentNode root, string path, string json) => root.With(path, Json(json));

    /// <summary>A copy without the key at a path.</summary>
    public static DocumentNode Without(this DocumentNode root, string path) => Change(root, path.Split('.'), _ => null);

    /// <summary>A copy with another key, text or not, at the place of one of a mapping.</summary>
    public static DocumentNode Renamed(this DocumentNode root, string path, DocumentNode key)
    {
        string[] parts = path.Split('.');
        string parent = string.Join('.', parts[..^1]);
        DocumentNode mapping = root.At(parent);
        ImmutableArray<DocumentMember> members =
        [
            .. mapping.Members.Select(m => m.Key.Text == parts[^1] ? new DocumentMember(Located(key, m.Key), m.Value) : m),
        ];
        DocumentNode changed = DocumentNode.FromMembers(members, mapping.Line, mapping.Column);
        return parent.Length == 0 ? changed : root.With(parent, changed);
    }

    public static DocumentNode At(this DocumentNode root, string path)
    {
        DocumentNode node = root;
        foreach (string part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = int.TryParse(part, CultureInfo.InvariantCulture, out int index) ? node.Items[index] : node.Find(part)!;
        return node;
    }

    private static DocumentNode Located(DocumentNode key, DocumentNode place) => key.Kind == DocumentNodeKind.String
        ? DocumentNode.FromString(key.Text, place.Line, place.Column)
        : key;

    private static DocumentNode Change(DocumentNode node, ReadOnlySpan<string> path, Func<DocumentNode?, DocumentNode?> change)
    {
        string part = path[0];
        if (node.Kind == DocumentNodeKind.List)
        {
            int index = int.Parse(part, CultureInfo.InvariantCulture);
            DocumentNode item = path.Length == 1 ? change(node.Items[index])! : Change(node.Items[index], path[1..], change);
            return DocumentNode.FromItems(node.Kind, node.Items.SetItem(index, item), node.Line, node.Column);
        }

        var members = node.Members.ToBuilder();
        int at = -1;
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Key.Kind == DocumentNodeKind.String && members[i].Key.Text == part)
                at = i;
        }

        DocumentNode? old = at < 0 ? null : members[at].Value;
        DocumentNode? value = path.Length == 1 ? change(old) : Change(old!, path[1..], change);
        if (value is null)
            members.RemoveAt(at);
        else if (at < 0)
            members.Add(new DocumentMember(Text(part), value));
        else
            members[at] = members[at] with { Value = value };
        return DocumentNode.FromMembers(members.ToImmutable(), node.Line, node.Column);
    }

    private static DocumentNode Value(ref Utf8JsonReader reader, byte[] bytes)
    {
        (int line, int column) = Place(bytes, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<DocumentMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    (int keyLine, int keyColumn) = Place(bytes, (int)reader.TokenStartIndex);
                    DocumentNode key = DocumentNode.FromString(reader.GetString()!, keyLine, keyColumn);
                    reader.Read();
                    members.Add(new DocumentMember(key, Value(ref reader, bytes)));
                }

                return DocumentNode.FromMembers(members.ToImmutable(), line, column);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, bytes));
                return DocumentNode.FromItems(DocumentNodeKind.List, items.ToImmutable(), line, column);
            case JsonTokenType.String:
                return DocumentNode.FromString(reader.GetString()!, line, column);
            case JsonTokenType.True or JsonTokenType.False:
                return DocumentNode.FromBoolean(reader.GetBoolean(), line, column);
            case JsonTokenType.Null:
                return DocumentNode.Null(line, column);
            default:
                string number = Encoding.UTF8.GetString(reader.ValueSpan);
                return number.AsSpan().ContainsAny(".eE")
                    ? DocumentNode.FromFloat(double.Parse(number, CultureInfo.InvariantCulture), line, column)
                    : DocumentNode.FromInteger(BigInteger.Parse(number, CultureInfo.InvariantCulture), line, column);
        }
    }

    private static (int Line, int Column) Place(byte[] bytes, int offset)
    {
        ReadOnlySpan<byte> before = bytes.AsSpan(0, offset);
        return (before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }
}
