using System.Collections.Frozen;
using System.Collections.Immutable;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding;

/// <summary>
/// A closed object of a contract: its keys in the order in which they are checked and documented, and the rules
/// between them.
/// </summary>
public abstract class ObjectContract
{
    private readonly FrozenDictionary<string, int> _places;

    private protected ObjectContract(string name, string documentation, ImmutableArray<Field> fields)
    {
        Name = name;
        Documentation = documentation;
        Fields = fields;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i].Own(i);
            places.Add(fields[i].Name, i);
            if (fields[i].AlternateName is { } alternate)
                places.Add(alternate, ~i);
        }

        _places = places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What the object is, for a person: <c>route item</c>.</summary>
    public string Name { get; }

    /// <summary>What it means, one line.</summary>
    public string Documentation { get; }

    /// <summary>The keys in declared order.</summary>
    public ImmutableArray<Field> Fields { get; }

    /// <summary>What must hold between the fields, in the order in which it is checked.</summary>
    public abstract IEnumerable<string> RuleStatements { get; }

    /// <summary>Keys that a reader may expect here, each with what to do instead. They are unknown keys like any other.</summary>
    public ImmutableDictionary<string, string> RetiredKeys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Finds the member of each field.
    /// </summary>
    /// <param name="members">The members of the mapping.</param>
    /// <param name="found">Receives the index of the member of each field, -1 where the key is absent.</param>
    /// <returns>The number of members that belong to no field.</returns>
    internal int Match(ImmutableArray<DocumentMember> members, Span<int> found)
    {
        found.Fill(-1);
        int matched = 0;
        for (int m = 0; m < members.Length; m++)
        {
            if (members[m].Key.Kind != DocumentNodeKind.String || !_places.TryGetValue(members[m].Key.Text, out int place))
                continue;
            int field = place < 0 ? ~place : place;
            if (found[field] < 0)
                matched++;
            else if (place < 0)
                continue;
            found[field] = m;
        }

        return members.Length - matched;
    }

    /// <summary>Reports the members that belong to no field, in file order.</summary>
    private protected static void RefuseUnknown(Binder binder, ObjectContract contract, ImmutableArray<DocumentMember> members, int frame)
    {
        for (int m = 0; m < members.Length; m++)
        {
            if (binder.MembersOf(frame, contract.Fields.Length).Contains(m))
                continue;
            DocumentNode key = members[m].Key;
            binder.Push(KeyName.Of(key));
            if (key.Kind == DocumentNodeKind.String)
                binder.Report(ProblemTypes.ExtraForbidden, key, KeyHint.Unknown(binder.Contract, contract, key.Text));
            else
                binder.Report(ProblemTypes.InvalidKey, key, $"A key of {contract.Name} must be a text; found {FoundValue.Describe(key)}. Remove it.");
            binder.Pop();
        }
    }
}

/// <summary>Builds a value of fields none of which has a problem.</summary>
/// <typeparam name="T">What the object is bound to.</typeparam>
/// <param name="values">The values.</param>
public delegate T ObjectBuilder<out T>(FieldValues values);

/// <summary>A closed object of a contract and how it is bound.</summary>
/// <typeparam name="T">What it is bound to.</typeparam>
public sealed class ObjectContract<T> : ObjectContract
    where T : notnull
{
    private readonly ObjectBuilder<T> _build;
    private readonly ImmutableArray<Rule<T>> _rules;
    private object? _empty;

    /// <summary>Declares an object.</summary>
    /// <param name="name">What it is, for a person, with its article left out.</param>
    /// <param name="documentation">What it means.</param>
    /// <param name="fields">The keys in the order of checking.</param>
    /// <param name="build">Builds the value.</param>
    /// <param name="rules">The rules between the fields in the order of checking.</param>
    public ObjectContract(
        string name, string documentation, ImmutableArray<Field> fields, ObjectBuilder<T> build, params ImmutableArray<Rule<T>> rules)
        : base(name, documentation, fields)
    {
        _build = build;
        _rules = rules;
    }

    /// <inheritdoc />
    public override IEnumerable<string> RuleStatements => _rules.Select(r => r.Statement);

    /// <summary>The value of an empty mapping, which must be valid.</summary>
    internal T Empty => (T)(_empty ??= BindEmpty());

    /// <summary>Reads an object and reports everything that is wrong with it.</summary>
    /// <param name="binder">The run.</param>
    /// <param name="node">The value.</param>
    /// <param name="field">The field that holds the object; null for an item of a list and the root.</param>
    /// <param name="value">The bound value.</param>
    internal bool TryBind(Binder binder, DocumentNode node, Field? field, out T value)
    {
        value = default!;
        if (node.Kind != DocumentNodeKind.Mapping)
        {
            string subject = field is null ? $"A {Name}" : $"`{field.Name}`";
            binder.Report(ProblemTypes.ModelType, node, $"{subject} must be a mapping of keys to values; found {FoundValue.Describe(node)}.");
            return false;
        }

        int problems = binder.ProblemCount;
        int frame = binder.OpenFrame(Fields.Length);
        int unknown = Match(node.Members, binder.MembersOf(frame, Fields.Length));
        for (int i = 0; i < Fields.Length; i++)
        {
            int member = binder.MembersOf(frame, Fields.Length)[i];
            Slot slot = member < 0 ? BindAbsent(binder, Fields[i], node) : BindPresent(binder, Fields[i], node.Members[member]);
            binder.SlotsOf(frame, Fields.Length)[i] = slot;
        }

        if (unknown > 0)
            RefuseUnknown(binder, this, node.Members, frame);
        if (binder.ProblemCount == problems)
        {
            value = _build(new FieldValues(binder.SlotsOf(frame, Fields.Length)));
            CheckRules(binder, node, value);
        }

        binder.CloseFrame(frame);
        return binder.ProblemCount == problems;
    }

    private static Slot BindPresent(Binder binder, Field field, DocumentMember member)
    {
        if (member.Value.Kind == DocumentNodeKind.Null && field.IsNullable)
            return default;
        binder.Push(member.Key.Text);
        Slot slot = field.Bind(binder, member.Value);
        binder.Pop();
        return slot;
    }

    private Slot BindAbsent(Binder binder, Field field, DocumentNode node)
    {
        if (!field.IsRequired)
            return field.Default;
        binder.Push(field.Name);
        binder.Report(ProblemTypes.Missing, node, $"`{field.Name}` is missing in {Name}. Add it: {field.Documentation} It must be {field.Expectation}.");
        binder.Pop();
        return default;
    }

    private void CheckRules(Binder binder, DocumentNode node, T value)
    {
        foreach (Rule<T> rule in _rules)
        {
            if (rule.Check(value, node) is not { } violation)
                continue;
            binder.Report(ProblemTypes.ValueError, violation.Place ?? node, violation.Message);
            return;
        }
    }

    private T BindEmpty()
    {
        var binder = new Binder(null);
        return TryBind(binder, DocumentNode.FromMembers([], 0, 0), null, out T value)
            ? value
            : throw new InvalidOperationException($"An empty {Name} is not valid: {binder.Problems[0].Message}");
    }
}
