using System.Text;
using BvlosSim.AtomicFiles.Platform;
using BvlosSim.AtomicFiles.Tests.Support;

namespace BvlosSim.AtomicFiles.Tests.Faults;

/// <summary>One way to write, with what is there before and what is there after it.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Arrange">Makes what is there before; the argument is an empty folder.</param>
/// <param name="Act">Writes.</param>
internal sealed record FaultScenario(
    string Name,
    Action<string> Arrange,
    Func<OutputContext, string, CancellationToken, AtomicWriteResult> Act)
{
    private const string Earlier = "earlier content";
    private const string New = "the complete new content";

    /// <summary>Changes how the system answers.</summary>
    public Action<FaultyFileOperations> Prepare { get; init; } = static _ => { };

    public static IReadOnlyList<FaultScenario> All { get; } =
    [
        new("new file", static _ => { }, WriteFile),
        new("existing file", static folder => PutFile(folder + "/result"), WriteFile),
        new("existing file of another owner", static folder => PutFile(folder + "/result"), WriteFile)
        {
            Prepare = static files =>
            {
                files.Lie = static (path, status) => path.EndsWith("/result", StringComparison.Ordinal) ? status with { User = 4242 } : status;
                files.Answers["ChangeOwner"] = 0;
            },
        },
        new("link to an existing file", PutLinkedFile, WriteFile),
        new("link to nothing", static folder => File.CreateSymbolicLink(folder + "/result", "elsewhere"), WriteFile),
        new("new file, no-clobber", static _ => { }, WriteFileNoClobber),
        new("new file, no-clobber, no exclusive rename", static _ => { }, WriteFileNoClobber)
        {
            Prepare = static files => files.Answers["RenameNoReplace"] = -Errno.Invalid,
        },
        new("new file, umask unknown", static _ => { }, WriteFile)
        {
            Prepare = static files => files.Answers["ReadUmask"] = -Errno.NotSupported,
        },
        new("existing file, a killed run's temporary file", PutFileAndAbandoned, WriteFile),
        new("new folder", static _ => { }, WriteFolder),
        new("new folder, no-clobber", static _ => { }, WriteFolderNoClobber),
        new("existing empty folder", static folder => Directory.CreateDirectory(folder + "/result"), WriteFolder),
        new("existing folder with files", PutFolder, WriteFolder),
    ];

    /// <summary>All that somebody who reads the destination can see.</summary>
    public static string Observe(string folder)
    {
        var seen = new StringBuilder();
        string result = folder + "/result";
        if (new FileInfo(result).LinkTarget is { } target)
        {
            // By hand: the base library says that a link to nothing is an existing file.
            seen.Append("link to ").Append(target).Append(": ");
            result = folder + "/" + target;
        }

        if (Directory.Exists(result))
        {
            foreach (string path in Directory.EnumerateFiles(result, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                seen.Append(path[result.Length..]).Append(" = ").Append(File.ReadAllText(path)).Append("; ");
            seen.Append("folder");
        }
        else
        {
            seen.Append(File.Exists(result) ? File.ReadAllText(result) : "absent");
        }

        return seen.ToString();
    }

    /// <summary>Names a path without what is random in it.</summary>
    public static string Describe(string root, string path)
    {
        string[] parts = path.Split('/');
        for (int index = 0; index < parts.Length; index++)
        {
            if (parts[index].StartsWith('.') && parts[index].EndsWith(".tmp", StringComparison.Ordinal))
                parts[index] = "TEMP";
        }

        string described = string.Join('/', parts);
        if (string.Equals(described, root, StringComparison.Ordinal))
            return "FOLDER";
        return described.StartsWith(root + "/", StringComparison.Ordinal) ? described[(root.Length + 1)..] : described;
    }

    private static void PutFile(string path)
    {
        File.WriteAllText(path, Earlier);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
    }

    private static void PutLinkedFile(string folder)
    {
        Directory.CreateDirectory(folder + "/away");
        PutFile(folder + "/away/real");
        File.CreateSymbolicLink(folder + "/result", "away/real");
    }

    private static void PutFileAndAbandoned(string folder)
    {
        PutFile(folder + "/result");
        File.WriteAllText(folder + "/" + AtomicFiles.Naming.TemporaryName.For("result"), "half of");
    }

    private static void PutFolder(string folder)
    {
        Directory.CreateDirectory(folder + "/result/old");
        File.WriteAllText(folder + "/result/old/file", Earlier);
        File.WriteAllText(folder + "/result/other", Earlier);
    }

    private static AtomicWriteResult WriteFile(OutputContext context, string folder, CancellationToken token) =>
        AtomicFile.Write(context, folder + "/result", Bytes.Of(New), null, token);

    private static AtomicWriteResult WriteFileNoClobber(OutputContext context, string folder, CancellationToken token) =>
        AtomicFile.Write(context, folder + "/result", Bytes.Of(New), new AtomicWriteOptions { NoClobber = true }, token);

    private static AtomicWriteResult WriteFolder(OutputContext context, string folder, CancellationToken token) =>
        WriteFolder(context, folder, noClobber: false, token);

    private static AtomicWriteResult WriteFolderNoClobber(OutputContext context, string folder, CancellationToken token) =>
        WriteFolder(context, folder, noClobber: true, token);

    private static AtomicWriteResult WriteFolder(OutputContext context, string folder, bool noClobber, CancellationToken token)
    {
        using PendingFolder pending = PendingFolder.Create(context, folder + "/result", new AtomicWriteOptions { NoClobber = noClobber }, token);
        pending.WriteFile("inner/first", Bytes.Of(New), token);
        pending.WriteFile("second", Bytes.Of(New), token);
        return pending.Commit(token);
    }
}
