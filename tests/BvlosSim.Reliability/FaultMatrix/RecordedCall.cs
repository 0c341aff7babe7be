using BvlosSim.Reliability.Tracing;

namespace BvlosSim.Reliability.FaultMatrix;

/// <summary>Where a call is in the life of an output file.</summary>
internal enum Stage
{
    /// <summary>The new file has only its temporary name, or none yet.</summary>
    Before,

    /// <summary>A call that was to give it its name has failed, and the program looks whether it has happened all the same.</summary>
    Settling,

    /// <summary>The one call that gives it its name.</summary>
    Publication,

    /// <summary>It has its name.</summary>
    After,

    /// <summary>The last calls of the process, which touch no file.</summary>
    End,
}

/// <summary>A call into which faults are injected.</summary>
/// <param name="Name">Of the call.</param>
/// <param name="Ordinal">The how manieth call of this name in the main thread.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Label">The row of the report.</param>
internal sealed record RecordedCall(string Name, int Ordinal, Subject Subject, Stage Stage, string Label)
{
    /// <summary>It looks for what killed runs have left, or removes it: nothing that the new file depends on.</summary>
    public bool IsReclaiming => Subject == Subject.AbandonedFile || (Subject == Subject.Folder && Stage == Stage.Before);

    /// <summary>It flushes the folder, or is needed for that.</summary>
    public bool IsFolderFlush => Subject == Subject.Folder && Stage == Stage.After;

    /// <summary>It makes, gives or removes a name of the new file. A clean-up on another thread must wait for it.</summary>
    public bool IsNaming => Stage is Stage.Settling or Stage.Publication
        || (Subject == Subject.TemporaryFile && Name is "open" or "openat" or "unlink" or "unlinkat");

    /// <summary>It tells other runs that the temporary file has an owner; where a file system has no locks the program goes on without.</summary>
    public bool IsLocking => Name == "flock";

    /// <summary>It only serves to refuse early what <c>--no-clobber</c> will refuse; the kernel has the last word at the publication.</summary>
    public bool IsEarlyLook => Subject == Subject.Destination
        && Name is "lstat" or "stat" or "newfstatat" or "access" or "faccessat" or "faccessat2";

    /// <summary>The new file does not depend on it.</summary>
    public bool IsDispensable => IsReclaiming || IsLocking || IsEarlyLook || Stage is Stage.Settling or Stage.After or Stage.End;

    /// <summary>Whether a traced call is this one.</summary>
    public bool Matches(TracedCall call, Subject subject) => call.Name == Name && call.Ordinal == Ordinal && subject == Subject;
}
