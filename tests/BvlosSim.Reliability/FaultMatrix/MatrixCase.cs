using BvlosSim.Reliability.Running;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>A fresh output folder in the state of a scenario, and the command line that writes into it.</summary>
internal sealed class MatrixCase : IDisposable
{
    private readonly Scenario _scenario;
    private readonly string _link;

    private MatrixCase(Scenario scenario, string folder, OutputFolder output)
    {
        _scenario = scenario;
        _link = Path.Combine(folder, "links", OutputFolder.FileName);
        Folder = folder;
        Output = output;
    }

    /// <summary>The folder of the case, with the output folder <c>dest</c> in it.</summary>
    public string Folder { get; }

    public OutputFolder Output { get; }

    public string TracePath => Path.Combine(Folder, "trace");

    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>The link still leads to the destination.</summary>
    public bool IsLinkIntact => !_scenario.ThroughLink || new FileInfo(_link).LinkTarget == "../dest/" + OutputFolder.FileName;

    /// <summary>The destination belongs to the one to whom it belonged.</summary>
    public bool IsOwnerKept => !_scenario.NeedsSuperuser || User.OwnerOf(Output.Destination) == $"{Scenario.OtherUser}";

    public static MatrixCase Prepare(Bench bench, Scenario scenario, AbandonedFile abandoned)
    {
        string folder = bench.NewCase();
        OutputFolder output = OutputFolder.Create(Path.Combine(folder, "dest"), scenario.HasEarlier);
        string destination = output.Destination;
        if (scenario.NeedsSuperuser)
            User.Give(destination, Scenario.OtherUser);
        if (scenario.AfterKilledRun)
            File.WriteAllBytes(Path.Combine(output.Path, abandoned.Name), abandoned.Content);
        if (scenario.ThroughLink)
        {
            Directory.CreateDirectory(Path.Combine(folder, "links"));
            destination = Path.Combine(folder, "links", OutputFolder.FileName);
            File.CreateSymbolicLink(destination, "../dest/" + OutputFolder.FileName);
        }

        string[] more = scenario.NoClobber ? ["--no-clobber"] : [];
        return new MatrixCase(scenario, folder, output) { Arguments = bench.Inputs.ShortWithReason.To(destination, more) };
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
