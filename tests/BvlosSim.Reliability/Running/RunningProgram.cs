using System.Diagnostics;
using System.Text;

namespace BvlosSim.Reliability.Running;

/// <summary>How a program ended and what it printed.</summary>
internal sealed record Outcome(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);
}

/// <summary>A started program.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly MemoryStream _output = new();
    private readonly Task<string> _error;
    private Task? _reading;

    private RunningProgram(Process process, bool readsOutput)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
        if (readsOutput)
            ReadOutput();
    }

    public int Id => _process.Id;

    public bool IsOver => _process.HasExited;

    /// <summary>Starts a program.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="readsOutput">False = its standard output is a pipe from which nobody reads before <see cref="ReadOutput"/>.</param>
    public static RunningProgram Start(string file, IEnumerable<string> arguments, string folder, bool readsOutput = true)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return new RunningProgram(Process.Start(info)!, readsOutput);
    }

    /// <summary>Begins to read standard output.</summary>
    public void ReadOutput() => _reading ??= _process.StandardOutput.BaseStream.CopyToAsync(_output);

    public void Send(Signal signal) => Signals.Send(_process.Id, signal);

    /// <summary>Whether it ends within this time.</summary>
    public bool Ends(TimeSpan patience) => _process.WaitForExit(patience);

    /// <summary>Sends a signal and measures the time to the end.</summary>
    public TimeSpan End(Signal signal)
    {
        long start = Stopwatch.GetTimestamp();
        Send(signal);
        WaitForEnd();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Waits for the end.</summary>
    public Outcome Wait()
    {
        WaitForEnd();
        ReadOutput();
        _reading!.GetAwaiter().GetResult();
        return new Outcome(_process.ExitCode, _output.ToArray(), _error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _output.Dispose();
    }

    private void WaitForEnd()
    {
        if (_process.WaitForExit(Patience))
            return;
        _process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} does not end");
    }
}
