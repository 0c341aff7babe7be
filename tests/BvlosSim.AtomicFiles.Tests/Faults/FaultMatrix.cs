using System.Globalization;
using System.Text;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Faults;

/// <summary>How a run with one fault ended.</summary>
internal enum Ending
{
    /// <summary>The write succeeded, without a warning.</summary>
    Written,

    /// <summary>The write succeeded, with a warning.</summary>
    Warned,

    /// <summary>It failed with an error, and everything is as it was.</summary>
    Failed,

    /// <summary>It was cancelled, and everything is as it was.</summary>
    Cancelled,

    /// <summary>The injected exception came out, and everything is as it was.</summary>
    Thrown,

    /// <summary>The injected exception came out after the new content had appeared, all of it.</summary>
    ThrownAfter,
}

/// <summary>One run.</summary>
internal sealed record FaultRun(int CallNumber, string Call, Fault Fault, Ending Ending);

/// <summary>Runs a scenario once for each of its calls and each fault, and looks at the disk after each.</summary>
internal static class FaultMatrix
{
    public static readonly Fault[] Faults = [Fault.Eio, Fault.Enospc, Fault.Eintr, Fault.EioLate, Fault.EintrLate, Fault.Cancel, Fault.Throw];

    /// <summary>The calls of an undisturbed run.</summary>
    public static IReadOnlyList<string> CallsOf(FaultScenario scenario)
    {
        (FaultyFileOperations files, Ending ending) = Run(scenario, -1, Fault.None);
        Assert.Equal(Ending.Written, ending);
        return files.Calls;
    }

    public static IReadOnlyList<FaultRun> RunsOf(FaultScenario scenario)
    {
        var runs = new List<FaultRun>();
        IReadOnlyList<string> calls = CallsOf(scenario);
        for (int number = 0; number < calls.Count; number++)
        {
            foreach (Fault fault in Faults)
                runs.Add(new FaultRun(number, calls[number], fault, Run(scenario, number, fault).Ending));
        }

        return runs;
    }

    /// <summary>The table of a scenario.</summary>
    public static string TableOf(FaultScenario scenario, IReadOnlyList<FaultRun> runs)
    {
        var table = new StringBuilder();
        table.Append("## ").AppendLine(scenario.Name).AppendLine();
        table.AppendLine("| # | Call | " + string.Join(" | ", Faults) + " |");
        table.AppendLine("|---|---|" + string.Concat(Faults.Select(static _ => "---|")));
        foreach (IGrouping<int, FaultRun> row in runs.GroupBy(static run => run.CallNumber))
        {
            string number = (row.Key + 1).ToString(CultureInfo.InvariantCulture);
            table.AppendLine("| " + number + " | " + row.First().Call + " | " + string.Join(" | ", row.Select(static run => run.Ending)) + " |");
        }

        return table.AppendLine().ToString();
    }

    /// <summary>How often each fault ended in each way.</summary>
    public static string TotalsOf(IReadOnlyList<FaultRun> runs)
    {
        Ending[] endings = Enum.GetValues<Ending>();
        var table = new StringBuilder();
        table.AppendLine("| Fault | Runs | " + string.Join(" | ", endings) + " |");
        table.AppendLine("|---|---|" + string.Concat(endings.Select(static _ => "---|")));
        foreach (Fault fault in Faults)
            table.AppendLine(Row(fault.ToString(), [.. runs.Where(run => run.Fault == fault)]));
        table.AppendLine(Row("all", runs));
        return table.AppendLine().ToString();

        string Row(string name, IReadOnlyList<FaultRun> some) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {some.Count} | {string.Join(" | ", endings.Select(ending => some.Count(run => run.Ending == ending)))} |");
    }

    private static (FaultyFileOperations Files, Ending Ending) Run(FaultScenario scenario, int faultAt, Fault fault)
    {
        using var folder = new TemporaryFolder();
        scenario.Arrange(folder.Path);
        string earlier = FaultScenario.Observe(folder.Path);
        int litterBefore = folder.Litter.Count;
        var files = new FaultyFileOperations
        {
            FaultAt = faultAt,
            Fault = fault,
            LongestWrite = 16,
            Describe = path => FaultScenario.Describe(folder.Path, path),
        };
        scenario.Prepare(files);
        OutputContext context = TestOutput.ContextOf(files);
        string where = $"{scenario.Name}, {fault} at call {faultAt}";
        Ending ending = Act(scenario, context, folder.Path, files);
        string after = FaultScenario.Observe(folder.Path);

        Assert.True(files.OpenDescriptors.Count == 0, $"{where}: still open: {string.Join(", ", files.OpenDescriptors)}");
        Assert.True(context.Registry.Count == 0, $"{where}: a pending name was not forgotten");

        // What a killed run left may outlive a run that had a fault, and nothing else may.
        Assert.True(folder.Litter.Count <= litterBefore, $"{where}: left behind: {string.Join(", ", folder.Litter)}");
        if (fault == Fault.None)
            Assert.Empty(folder.Litter);
        if (ending is Ending.Written or Ending.Warned)
            Assert.True(after == NewStateOf(scenario), $"{where}: succeeded, but what is there is: {after}");
        else if (after != earlier)
            Assert.True(after == NewStateOf(scenario) && ending == Ending.Thrown, $"{where}: {ending}, but what is there is: {after}");
        return (files, ending == Ending.Thrown && after != earlier ? Ending.ThrownAfter : ending);
    }

    private static Ending Act(FaultScenario scenario, OutputContext context, string folder, FaultyFileOperations files)
    {
        try
        {
            return scenario.Act(context, folder, files.Cancellation.Token).Warnings.Count == 0 ? Ending.Written : Ending.Warned;
        }
        catch (AtomicWriteException)
        {
            return Ending.Failed;
        }
        catch (OperationCanceledException)
        {
            return Ending.Cancelled;
        }
        catch (InjectedException)
        {
            return Ending.Thrown;
        }
    }

    /// <summary>What a reader sees after the write.</summary>
    public static string NewStateOf(FaultScenario scenario)
    {
        const string Content = "the complete new content";
        if (scenario.Name.Contains("folder", StringComparison.Ordinal))
            return $"/inner/first = {Content}; /second = {Content}; folder";
        return scenario.Name switch
        {
            "link to an existing file" => "link to away/real: " + Content,
            "link to nothing" => "link to elsewhere: " + Content,
            _ => Content,
        };
    }
}
