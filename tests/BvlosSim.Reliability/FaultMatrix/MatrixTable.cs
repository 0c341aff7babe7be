namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>Operations by faults: which outcomes were seen, and how often.</summary>
internal sealed class MatrixTable
{
    private readonly Lock _gate = new();
    private readonly List<string> _operations = [];
    private readonly Dictionary<(string Operation, Fault Fault), SortedDictionary<string, int>> _cells = [];

    /// <summary>Fixes the place of a row.</summary>
    public void AddOperation(string operation)
    {
        if (!_operations.Contains(operation))
            _operations.Add(operation);
    }

    public void Count(string operation, Fault fault, string outcome)
    {
        lock (_gate)
        {
            if (!_cells.TryGetValue((operation, fault), out SortedDictionary<string, int>? cell))
                _cells[(operation, fault)] = cell = new SortedDictionary<string, int>(StringComparer.Ordinal);
            cell[outcome] = cell.GetValueOrDefault(outcome) + 1;
        }
    }

    public static string Header => "operation | " + string.Join(" | ", Faults.All.Select(Faults.Title));

    public IEnumerable<string> Rows() =>
        _operations.Select(operation => $"{operation} | {string.Join(" | ", Faults.All.Select(fault => Cell(operation, fault)))}");

    private string Cell(string operation, Fault fault) => _cells.TryGetValue((operation, fault), out SortedDictionary<string, int>? cell)
        ? string.Join("; ", cell.Select(outcome => $"{outcome.Key} ×{outcome.Value}"))
        : "–";
}
