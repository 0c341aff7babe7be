using BvlosSim.Documents.Binding;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment;

/// <summary>Collects what is wrong with a grid. A grid may be wrong in every cell, so the list that a person sees ends, with a count.</summary>
internal sealed class GridProblems
{
    /// <summary>The most problems that are listed.</summary>
    public const int MaxListed = 50;

    private readonly List<Problem> _listed = [];

    /// <summary>How many problems there are.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a problem, if the list is full, so that there is no need to describe it.</summary>
    public bool OnlyCount()
    {
        if (_listed.Count < MaxListed)
            return false;
        Count++;
        return true;
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="type">One of <see cref="ProblemTypes"/>.</param>
    /// <param name="path">Keys and indices joined by dots.</param>
    /// <param name="node">Where it is.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public void Add(string type, string? path, DocumentNode node, string message)
    {
        Count++;
        if (_listed.Count < MaxListed)
            _listed.Add(new Problem(type, path, node.Line, node.Column, message));
    }

    /// <summary>The error of the document; to be asked for only when there is a problem.</summary>
    /// <param name="inputName">Contract name of the input.</param>
    /// <param name="document">The document.</param>
    public LoadError ToError(string inputName, LoadedDocument document)
    {
        List<Problem> problems = [.. _listed];
        if (Count > problems.Count)
            problems.Add(new Problem(ProblemTypes.ValueError, null, 0, 0, $"{Count - problems.Count} more problems are not listed."));
        Problem first = problems[0];
        return new LoadError
        {
            InputName = inputName,
            Path = document.Path,
            Stage = LoadStage.SchemaValidation,
            Identity = document.Identity,
            Message = first.Path is null ? first.Message : $"{first.Path} (line {first.Line}, column {first.Column}): {first.Message}",
            Problems = [.. problems],
        };
    }
}
