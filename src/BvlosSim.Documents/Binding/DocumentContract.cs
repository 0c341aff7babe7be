using System.Collections.Immutable;
using BvlosSim.Documents.Binding.Fields;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding;

/// <summary>An object of a contract and where it may stand.</summary>
/// <param name="Path">Keys joined by dots, <c>[]</c> for each item of a list; empty for the root.</param>
/// <param name="Contract">The object.</param>
public sealed record ContractPlace(string Path, ObjectContract Contract);

/// <summary>
/// A versioned document: what a file of it may hold, down to the last key. Help, documentation, schemas and hints
/// are made from this declaration, and the binder works by it.
/// </summary>
public abstract class DocumentContract
{
    private ImmutableArray<ContractPlace> _places;

    private protected DocumentContract(string version, string inputName, ObjectContract root)
    {
        Version = version;
        InputName = inputName;
        Root = root;
    }

    /// <summary>The version, such as <c>mission.v7</c>.</summary>
    public string Version { get; }

    /// <summary>What the input is called in errors, such as <c>mission</c>.</summary>
    public string InputName { get; }

    /// <summary>The root object.</summary>
    public ObjectContract Root { get; }

    /// <summary>Every object with every place it may stand at, depth first in declared order.</summary>
    public ImmutableArray<ContractPlace> Places => _places.IsDefault ? _places = [.. Walk("", Root)] : _places;

    private static IEnumerable<ContractPlace> Walk(string path, ObjectContract contract)
    {
        yield return new ContractPlace(path, contract);
        foreach (Field field in contract.Fields)
        {
            if (field.Content is null)
                continue;
            string below = (path.Length == 0 ? field.Name : $"{path}.{field.Name}") + (field.Kind == FieldKind.List ? "[]" : "");
            foreach (ContractPlace place in Walk(below, field.Content))
                yield return place;
        }
    }
}

/// <summary>A versioned document and how it is bound.</summary>
/// <typeparam name="T">What it is bound to.</typeparam>
public sealed class DocumentContract<T> : DocumentContract
    where T : class
{
    private readonly ObjectContract<T> _root;

    /// <summary>Declares a document.</summary>
    /// <param name="version">The version, such as <c>mission.v7</c>.</param>
    /// <param name="inputName">What the input is called in errors.</param>
    /// <param name="root">The root object.</param>
    public DocumentContract(string version, string inputName, ObjectContract<T> root)
        : base(version, inputName, root) => _root = root;

    /// <summary>Binds a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The value, or a refusal with every problem in contract order.</returns>
    public LoadResult<T> Bind(LoadedDocument document) => Bind(document.Root, document, InputName);

    /// <summary>Binds a tree that stands for a document, such as one that was changed after loading.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="blamed">The document that a refusal names.</param>
    /// <param name="inputName">The input that a refusal names.</param>
    public LoadResult<T> Bind(DocumentNode root, LoadedDocument blamed, string inputName)
    {
        var binder = new Binder(this);
        if (_root.TryBind(binder, root, null, out T value))
            return value;
        return ContractRefusal.Of(binder.Problems, blamed, inputName) with { InternalErrorType = binder.InternalErrorType };
    }
}
