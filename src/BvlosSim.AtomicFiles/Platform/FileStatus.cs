namespace BvlosSim.AtomicFiles.Platform;

/// <summary>What kind of thing a path or a descriptor refers to.</summary>
internal enum FileKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>An ordinary file.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A FIFO or a pipe.</summary>
    Fifo,

    /// <summary>A character device, such as a terminal.</summary>
    CharacterDevice,

    /// <summary>A block device, such as a disk.</summary>
    BlockDevice,

    /// <summary>A socket.</summary>
    Socket,
}

/// <summary>The parts of a file's status that decisions are made from.</summary>
internal readonly record struct FileStatus(FileKind Kind, int Permissions, uint User, uint Group, long Size, ulong Device, ulong Inode)
{
    private const int TypeMask = 0xF000;

    /// <summary>The read, write and execute bits of owner, group and others.</summary>
    public const int PermissionMask = 0x1FF;

    /// <summary>The bit of a folder in which everybody removes only what is their own.</summary>
    public const int Sticky = 0x200;

    /// <summary>The bit of a folder in which everybody may create names.</summary>
    public const int WritableByOthers = 0x2;

    /// <summary>Reads the mode word, which is the same on all systems of this family.</summary>
    public static FileStatus FromMode(int mode, uint user, uint group, long size, ulong device, ulong inode)
    {
        FileKind kind = (mode & TypeMask) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            0x1000 => FileKind.Fifo,
            0x2000 => FileKind.CharacterDevice,
            0x6000 => FileKind.BlockDevice,
            0xC000 => FileKind.Socket,
            _ => FileKind.Other,
        };
        return new FileStatus(kind, mode & ~TypeMask, user, group, size, device, inode);
    }

    /// <summary>Whether both are the very same file, whatever its names are.</summary>
    public bool IsSameFileAs(FileStatus other) => Inode == other.Inode && Device == other.Device;
}
