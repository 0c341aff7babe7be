using System.Runtime.InteropServices;

namespace BvlosSim.AtomicFiles.Platform.Posix;

/// <summary>The flags of <c>open(2)</c>: their numbers differ between systems, and on Linux between architectures.</summary>
internal static class OpenFlags
{
    private const int WriteOnly = 1;
    private const int ReadWrite = 2;

    private static readonly bool Mac = OperatingSystem.IsMacOS();
    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;

    private static readonly int Create = Mac ? 0x200 : 0x40;
    private static readonly int Exclusive = Mac ? 0x800 : 0x80;
    private static readonly int NoControllingTerminal = Mac ? 0x20000 : 0x100;
    private static readonly int NonBlocking = Mac ? 0x4 : 0x800;
    private static readonly int Folder = Mac ? 0x100000 : Arm ? 0x4000 : 0x10000;
    private static readonly int Unnamed = 0x400000 | Folder;
    private static readonly int NoFollow = Mac ? 0x100 : Arm ? 0x8000 : 0x20000;

    /// <summary>No child process inherits the descriptor.</summary>
    public static readonly int CloseOnExec = Mac ? 0x1000000 : 0x80000;

    /// <summary>The flags for one of our intents.</summary>
    public static int For(OpenAs intent) => CloseOnExec | intent switch
    {
        OpenAs.NewFile => ReadWrite | Create | Exclusive | NoFollow,
        OpenAs.Folder => Folder,
        OpenAs.Abandoned => ReadWrite | NoFollow | NonBlocking | NoControllingTerminal,
        OpenAs.AbandonedReadOnly => NoFollow | NonBlocking | NoControllingTerminal,
        OpenAs.Unnamed => ReadWrite | Unnamed,
        OpenAs.Stream => WriteOnly | NonBlocking | NoControllingTerminal,
        _ => throw new ArgumentOutOfRangeException(nameof(intent)),
    };
}
