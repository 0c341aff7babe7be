using System.Diagnostics;
using System.Globalization;
using BvlosSim.Cli.Tests.Running;

namespace BvlosSim.Cli.Tests;

/// <summary>
/// The cancellation contract on a POSIX system: a signal ends a run with exit 14, nothing on standard output, the earlier
/// file as it was and no temporary file. The names of some tests quote the measured fact of the runtime they guard.
/// </summary>
public class TerminationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Estimate = ["estimate", "mission.yaml", "vehicle.yaml", "-o", "out.json"];

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    public void A_signal_in_a_long_computation_ends_in_14_and_leaves_the_earlier_file(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.LongRunningFolder();
        folder.Write("out.json", "earlier");
        using Process process = StartLongRun(folder, Estimate);
        Send(signal, process);

        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(14, process.ExitCode);
        Assert.Equal("", process.StandardOutput.ReadToEnd());
        Assert.Equal("earlier", folder.Read("out.json"));
        Assert.Equal(["mission.yaml", "out.json", "vehicle.yaml", "wind.yaml"], folder.Names());
    }

    [Fact]
    public void Fact_1_and_2_the_program_owns_its_signals_so_neither_the_runtime_nor_the_parser_picks_the_exit_code()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.LongRunningFolder();
        using Process process = StartLongRun(folder, Estimate);
        Send("TERM", process);

        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(14, process.ExitCode); // The runtime alone would end in 143, the parser in 143 after two seconds.
    }

    [Fact]
    public void Fact_3_a_signal_that_the_parent_ignored_stays_ignored()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.LongRunningFolder();
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "-c", "trap '' INT; exec \"$0\" \"$@\"", Executable.Path, Estimate[0], Estimate[1], Estimate[2], Estimate[3], Estimate[4] },
        })!;
        WaitUntilBusy(shell);
        Send("INT", shell);

        Assert.False(shell.WaitForExit(TimeSpan.FromMilliseconds(300)));
        Send("TERM", shell);
        Assert.True(shell.WaitForExit(Patience));
        Assert.Equal(14, shell.ExitCode);
    }

    [Fact]
    public void A_blocked_fifo_does_not_hold_a_cancelled_run()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.Folder();
        Process.Start("mkfifo", folder.File("pipe")).WaitForExit();
        using Process process = Executable.Start(
            folder.Path, new Dictionary<string, string?>(), "estimate", "mission.yaml", "vehicle.yaml", "-o", "pipe");
        Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(500)));
        Send("TERM", process);

        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(14, process.ExitCode);
        Assert.Equal(["mission.yaml", "pipe", "vehicle.yaml"], folder.Names());
    }

    [Fact]
    public void Fact_10_a_closed_pipe_is_no_failure_and_keeps_the_exit_code_of_the_verdict()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome shell = RunShell(folder, "(\"$0\" estimate mission.yaml vehicle.yaml; echo $? >code) | true; cat code");

        Assert.Equal("10\n", shell.Text);
        Assert.DoesNotContain("error", shell.StandardError, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_full_device_on_standard_output_is_a_write_failure()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using TemporaryFolder folder = TestInputs.Folder();
        RunOutcome shell = RunShell(folder, "\"$0\" estimate mission.yaml vehicle.yaml >/dev/full");

        Assert.Equal(13, shell.ExitCode);
        Assert.NotEmpty(shell.StandardError);
    }

    [Fact]
    public void Fact_11_as_process_1_of_a_container_the_program_ends_on_a_signal()
    {
        if (!OperatingSystem.IsLinux() || !CanUnshare())
            return;
        using TemporaryFolder folder = TestInputs.LongRunningFolder();
        using Process outside = Process.Start(new ProcessStartInfo("unshare")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "--fork", "--pid", "--mount-proc", "--user", "--map-root-user", Executable.Path, Estimate[0], Estimate[1], Estimate[2], Estimate[3], Estimate[4] },
        })!;
        WaitUntilBusy(outside);
        int inside = int.Parse(File.ReadAllText($"/proc/{outside.Id}/task/{outside.Id}/children").Trim(), CultureInfo.InvariantCulture);
        Process.Start("kill", ["-s", "TERM", inside.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        Assert.True(outside.WaitForExit(Patience));
        Assert.Equal(14, outside.ExitCode);
    }

    private static Process StartLongRun(TemporaryFolder folder, string[] arguments)
    {
        Process process = Executable.Start(folder.Path, new Dictionary<string, string?>(), arguments);
        WaitUntilBusy(process);
        return process;
    }

    /// <summary>Waits until the program is past its start: the long run lasts much longer than any start.</summary>
    private static void WaitUntilBusy(Process process) => Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(600)));

    private static void Send(string signal, Process process) =>
        Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private static RunOutcome RunShell(TemporaryFolder folder, string script)
    {
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "-c", script, Executable.Path },
        })!;
        string error = shell.StandardError.ReadToEnd();
        byte[] output = System.Text.Encoding.UTF8.GetBytes(shell.StandardOutput.ReadToEnd());
        shell.WaitForExit();
        return new RunOutcome(shell.ExitCode, output, error);
    }

    private static bool CanUnshare()
    {
        using Process probe = Process.Start(new ProcessStartInfo("unshare")
        {
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "--fork", "--pid", "--mount-proc", "--user", "--map-root-user", "true" },
        })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}
