using BvlosSim.Reliability.Counting;
using BvlosSim.Reliability.Inputs;

namespace BvlosSim.Reliability.Running;

/// <summary>What every check needs: the program, its inputs, fresh folders, and somewhere to count.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bvlos-sim-reliability-").FullName;
    private int _folders;

    public Bench(SuiteOptions options)
    {
        Options = options;
        Inputs = InputFiles.Write(System.IO.Path.Combine(_root, "inputs"));
    }

    public SuiteOptions Options { get; }

    public InputFiles Inputs { get; }

    public Tally Tally { get; } = new();

    public Report Report { get; } = new();

    /// <summary>A new folder for one run. All have equally long paths, so that all runs make the same system calls.</summary>
    public string NewCase()
    {
        string path = System.IO.Path.Combine(_root, $"case{Interlocked.Increment(ref _folders):D6}");
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>A new destination in a new folder.</summary>
    public OutputFolder NewOutput(bool hasEarlier) => OutputFolder.Create(System.IO.Path.Combine(NewCase(), "dest"), hasEarlier);

    /// <summary>Removes the folder of a case again: there are thousands.</summary>
    public static void Remove(OutputFolder output) => Directory.Delete(System.IO.Path.GetDirectoryName(output.Path)!, recursive: true);

    /// <summary>Starts the program.</summary>
    public RunningProgram Start(IEnumerable<string> arguments, bool readsOutput = true) =>
        RunningProgram.Start(Options.Executable, arguments, Inputs.Folder, readsOutput);

    /// <summary>Starts it by a script of the shell, which gets the program and its arguments as <c>"$0" "$@"</c>.</summary>
    public RunningProgram StartByShell(string script, IEnumerable<string> arguments) =>
        RunningProgram.Start("/bin/sh", ["-c", script, Options.Executable, .. arguments], Inputs.Folder);

    /// <summary>Runs the program to its end.</summary>
    public Outcome Run(IEnumerable<string> arguments)
    {
        using RunningProgram program = Start(arguments);
        return program.Wait();
    }

    /// <summary>The complete document of a job, from a run that nothing disturbs.</summary>
    public byte[] DocumentOf(Job job)
    {
        OutputFolder output = NewOutput(hasEarlier: false);
        Outcome outcome = Run(job.To(output.Destination));
        if (outcome.ExitCode != Promise.Verdict || output.Look([]) != Content.Broken)
            throw new InvalidOperationException($"the undisturbed run ended with {outcome.ExitCode}: {outcome.Error}");
        byte[] document = File.ReadAllBytes(output.Destination);
        Remove(output);
        return document;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
