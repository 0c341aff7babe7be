using BvlosSim.AtomicFiles;
using BvlosSim.Cli.Running;

namespace BvlosSim.Cli.Outputs;

/// <summary>How an output was delivered.</summary>
internal enum Delivery
{
    /// <summary>It is where it should be, or its reader has gone away.</summary>
    Done,

    /// <summary>The name was taken and must not be overwritten.</summary>
    Refused,

    /// <summary>It could not be written; the earlier file is as it was.</summary>
    Failed,
}

/// <summary>Where the document of a command goes: a file that appears whole, or standard output.</summary>
/// <param name="Path">The file; null = standard output.</param>
/// <param name="NoClobber">Refuse to replace anything.</param>
internal sealed record OutputTarget(string? Path, bool NoClobber)
{
    /// <summary>Whether the file is known beforehand to be refused. The commit refuses without a race what appears later.</summary>
    public bool IsTaken => NoClobber && Path is not null && System.IO.Path.Exists(Path);

    /// <summary>What to say when it is.</summary>
    public string TakenReason => $"'{Path}' exists and --no-clobber was given.";

    /// <summary>Delivers a document.</summary>
    /// <param name="document">Its bytes; on standard output a missing final newline is added.</param>
    /// <param name="reason">Why it was refused or failed; empty otherwise.</param>
    /// <param name="cancellation">Ends a slow write.</param>
    public Delivery Deliver(byte[] document, out string reason, CancellationToken cancellation)
    {
        if (Path is null)
            return Print(document, out reason, cancellation);
        return Deliver(receiver => receiver(document), out reason, cancellation);
    }

    /// <summary>Delivers a document that is written as it is made. It appears when all of it is written, also on standard output.</summary>
    /// <param name="write">Makes the document and hands its pieces on.</param>
    /// <param name="reason">Why it was refused or failed; empty otherwise.</param>
    /// <param name="cancellation">Ends a slow write.</param>
    public Delivery Deliver(Action<Action<ReadOnlySpan<byte>>> write, out string reason, CancellationToken cancellation)
    {
        if (Path is null)
            return Print(() => StandardOutput.Write(write, cancellation), out reason);
        reason = "";
        try
        {
            using PendingFile file = PendingFile.Create(Path, new AtomicWriteOptions { NoClobber = NoClobber }, cancellation);
            write(piece => file.Write(piece, cancellation));
            foreach (AtomicWriteWarning warning in file.Commit(cancellation).Warnings)
                HumanText.Warning(warning.Message);
            return Delivery.Done;
        }
        catch (AtomicWriteException failure)
        {
            reason = failure.Message;
            return failure.Reason switch
            {
                AtomicWriteFailure.DestinationExists => Delivery.Refused,
                AtomicWriteFailure.ReaderClosed => Delivery.Done,
                _ => Delivery.Failed,
            };
        }
    }

    /// <summary>Prints a document on standard output. A reader that has gone away is no failure: the verdict keeps its exit code.</summary>
    public static Delivery Print(ReadOnlySpan<byte> document, out string reason, CancellationToken cancellation)
    {
        byte[] line = document.EndsWith("\n"u8) ? document.ToArray() : [.. document, (byte)'\n'];
        return Print(() => StandardOutput.Write(line, cancellation), out reason);
    }

    private static Delivery Print(Action write, out string reason)
    {
        reason = "";
        try
        {
            write();
            return Delivery.Done;
        }
        catch (AtomicWriteException failure)
        {
            reason = failure.Message;
            return Delivery.Failed;
        }
    }
}
