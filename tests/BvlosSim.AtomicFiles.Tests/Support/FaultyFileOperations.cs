using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Tests.Support;

/// <summary>What goes wrong at the chosen call.</summary>
internal enum Fault
{
    None,

    /// <summary>The call does nothing and reports an I/O error.</summary>
    Eio,

    /// <summary>The call does nothing and reports that no space is left.</summary>
    Enospc,

    /// <summary>The call does nothing and reports an interruption, once.</summary>
    Eintr,

    /// <summary>The call happens and reports an I/O error, as network file systems do.</summary>
    EioLate,

    /// <summary>The call happens and reports an interruption, once.</summary>
    EintrLate,

    /// <summary>The call happens, and the token is cancelled meanwhile.</summary>
    Cancel,

    /// <summary>The call does nothing and throws what nobody expects.</summary>
    Throw,

    /// <summary>The process is killed before the call: neither it nor any later one happens.</summary>
    Kill,
}

/// <summary>The exception of <see cref="Fault.Throw"/>.</summary>
internal sealed class InjectedException() : Exception("injected");

/// <summary>The real calls of the system, listed as they come, with one fault at a chosen one and lies where a test needs them.</summary>
internal sealed class FaultyFileOperations : IFileOperations
{
    private readonly IFileOperations _real = OutputContext.SystemCalls();
    private readonly Dictionary<int, string> _openDescriptors = [];
    private readonly List<string> _calls = [];
    private readonly Lock _gate = new();
    private bool _killed;

    /// <summary>The number of the call at which the fault is.</summary>
    public int FaultAt { get; init; } = -1;

    public Fault Fault { get; init; }

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Names a path in the list of calls.</summary>
    public Func<string, string> Describe { get; init; } = static path => Path.GetFileName(path);

    /// <summary>The answer of a call, by its name (<c>Rename</c>), instead of the real one.</summary>
    public Dictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs before each call, with its name and path.</summary>
    public Action<string, string>? Before { get; set; }

    /// <summary>Changes what a status says.</summary>
    public Func<string, FileStatus, FileStatus>? Lie { get; set; }

    /// <summary>The user, if not the real one.</summary>
    public uint? User { get; set; }

    /// <summary>The most bytes that one write takes.</summary>
    public int LongestWrite { get; init; } = int.MaxValue;

    public IReadOnlyList<string> Calls => _calls;

    /// <summary>What is still open.</summary>
    public IReadOnlyCollection<string> OpenDescriptors => _openDescriptors.Values;

    public uint UserId => User ?? _real.UserId;

    public int ReadUmask() => Call("ReadUmask", "", _real.ReadUmask);

    public int Open(string path, OpenAs intent, int permissions) =>
        Call("Open" + intent, path, () => Remember(_real.Open(path, intent, permissions), path), opens: true);

    public int Duplicate(int descriptor) =>
        Call("Duplicate", PathOf(descriptor), () => Remember(_real.Duplicate(descriptor), PathOf(descriptor)), opens: true);

    public int Close(int descriptor)
    {
        // Before the fault: the kernel closes a descriptor whatever it reports.
        string path = PathOf(descriptor);
        int closed = _killed ? 0 : CloseNow(descriptor);
        return Call("Close", path, () => closed);
    }

    /// <summary>What the kernel does at the end of a process.</summary>
    public void CloseEverything()
    {
        foreach (int descriptor in _openDescriptors.Keys.ToArray())
            CloseNow(descriptor);
    }

    public int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes[..Math.Min(bytes.Length, LongestWrite)].ToArray();
        return Call("Write", PathOf(descriptor), () => _real.Write(descriptor, copy));
    }

    public int WaitWritable(int descriptor, int milliseconds) =>
        Call("WaitWritable", PathOf(descriptor), () => _real.WaitWritable(descriptor, milliseconds));

    public int Flush(int descriptor) => Call("Flush", PathOf(descriptor), () => _real.Flush(descriptor));

    public int TryLockAsOwner(int descriptor) => Call("TryLockAsOwner", PathOf(descriptor), () => _real.TryLockAsOwner(descriptor));

    public int TryLockAsReclaimer(int descriptor) =>
        Call("TryLockAsReclaimer", PathOf(descriptor), () => _real.TryLockAsReclaimer(descriptor));

    public int Unlock(int descriptor) => Call("Unlock", PathOf(descriptor), () => _real.Unlock(descriptor));

    public int ChangeMode(int descriptor, int permissions) =>
        Call("ChangeMode", PathOf(descriptor), () => _real.ChangeMode(descriptor, permissions));

    public int ChangeOwner(int descriptor, uint user, uint group) =>
        Call("ChangeOwner", PathOf(descriptor), () => _real.ChangeOwner(descriptor, user, group));

    public int StatusOf(int descriptor, out FileStatus status)
    {
        FileStatus found = default;
        int result = Call("StatusOf", PathOf(descriptor), () => _real.StatusOf(descriptor, out found));
        status = Lie is null ? found : Lie(PathOf(descriptor), found);
        return result;
    }

    public int StatusAt(string path, out FileStatus status)
    {
        FileStatus found = default;
        int result = Call("StatusAt", path, () => _real.StatusAt(path, out found));
        status = Lie is null ? found : Lie(path, found);
        return result;
    }

    public int ReadLink(string path, out string target)
    {
        string found = "";
        int result = Call("ReadLink", path, () => _real.ReadLink(path, out found));
        target = found;
        return result;
    }

    public int List(string folder, string prefix, out IReadOnlyList<string> names)
    {
        IReadOnlyList<string> found = [];
        int result = Call("List", folder, () => _real.List(folder, prefix, out found));
        names = [.. found.Order(StringComparer.Ordinal)];
        return result;
    }

    public int Rename(string from, string to) => Call("Rename", from, () => _real.Rename(from, to));

    public int RenameNoReplace(string from, string to) => Call("RenameNoReplace", from, () => _real.RenameNoReplace(from, to));

    public int Exchange(string first, string second) => Call("Exchange", first, () => _real.Exchange(first, second));

    public int Link(string existing, string added) => Call("Link", existing, () => _real.Link(existing, added));

    public int Unlink(string path) => Call("Unlink", path, () => _real.Unlink(path));

    public int MakeFolder(string path, int permissions) => Call("MakeFolder", path, () => _real.MakeFolder(path, permissions));

    public int RemoveFolder(string path) => Call("RemoveFolder", path, () => _real.RemoveFolder(path));

    private int Call(string name, string path, Func<int> real, bool opens = false)
    {
        int number;
        lock (_gate)
        {
            number = _calls.Count;
            _calls.Add((name + " " + Describe(path)).TrimEnd());
        }

        Before?.Invoke(name, path);
        Fault fault = number == FaultAt ? Fault : Fault.None;
        if (fault == Fault.Kill)
            _killed = true;
        if (fault == Fault.Throw || _killed)
            throw new InjectedException();
        if (fault is Fault.Eio or Fault.Enospc or Fault.Eintr)
            return -NumberOf(fault);
        int result = Answers.TryGetValue(name, out int answer) ? answer : real();
        if (fault == Fault.Cancel)
            Cancellation.Cancel();
        if (fault is not (Fault.EioLate or Fault.EintrLate))
            return result;
        if (opens && result >= 0)
            Forget(result);
        return -NumberOf(fault);
    }

    private static int NumberOf(Fault fault) => fault switch
    {
        Fault.Eio or Fault.EioLate => Errno.InputOutput,
        Fault.Enospc => Errno.NoSpace,
        _ => Errno.Interrupted,
    };

    private int Remember(int descriptor, string path)
    {
        lock (_gate)
        {
            if (descriptor >= 0)
                _openDescriptors[descriptor] = path;
        }

        return descriptor;
    }

    // The caller never learns the number of a descriptor whose opening is reported as failed.
    private void Forget(int descriptor) => CloseNow(descriptor);

    private int CloseNow(int descriptor)
    {
        lock (_gate)
            _openDescriptors.Remove(descriptor);
        return _real.Close(descriptor);
    }

    private string PathOf(int descriptor)
    {
        lock (_gate)
            return _openDescriptors.GetValueOrDefault(descriptor, "");
    }
}
