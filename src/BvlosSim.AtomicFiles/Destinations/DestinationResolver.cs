using BvlosSim.AtomicFiles.Platform;

namespace BvlosSim.AtomicFiles.Destinations;

/// <summary>Finds out what a path names before anything is created: the link's target, and whether it can be replaced at all.</summary>
internal static class DestinationResolver
{
    private const int MostLinks = 40;

    /// <summary>Where a file goes.</summary>
    public static Destination ForFile(IFileOperations files, string path)
    {
        string absolute = Absolute(path);
        if (absolute.EndsWith('/'))
            throw Failures.IsFolder(absolute);
        Destination destination = Follow(files, absolute);
        return destination.Existing is { } existing && destination.Route != Route.Descriptor
            ? destination with { Route = RouteFor(existing.Kind, absolute) }
            : destination;
    }

    /// <summary>Where a folder goes.</summary>
    public static Destination ForFolder(IFileOperations files, string path)
    {
        string absolute = Absolute(path).TrimEnd('/');
        if (absolute.Length == 0 || absolute.EndsWith("/.", StringComparison.Ordinal) || absolute.EndsWith("/..", StringComparison.Ordinal))
            throw Failures.HasNoName(path);
        Destination destination = Follow(files, absolute);
        if (destination.Route != Route.Replace || destination.Existing is { Kind: not FileKind.Folder })
            throw Failures.IsFile(absolute);
        return destination;
    }

    /// <summary>What has the name at this moment, if anything has.</summary>
    public static FileStatus? Current(IFileOperations files, Destination destination)
    {
        int result = files.StatusAt(destination.Path, out FileStatus status);
        if (result < 0 && result != -Errno.NotFound)
            throw Failures.OfWriting(destination, -result);
        return result < 0 ? null : status;
    }

    /// <summary>The route to a thing of this kind; throws for what must not be written to.</summary>
    public static Route RouteFor(FileKind kind, string path) => kind switch
    {
        FileKind.Regular => Route.Replace,
        FileKind.Fifo or FileKind.CharacterDevice => Route.Stream,
        FileKind.Link => throw Failures.HasChanged(path),
        FileKind.Folder => throw Failures.IsFolder(path),
        FileKind.Socket => throw Failures.IsSocket(path),
        _ => throw Failures.IsDevice(path),
    };

    // Not Path.GetFullPath: it removes ".." by text, which is wrong behind a link to a folder.
    private static string Absolute(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("a path cannot contain a zero character", nameof(path));
        if (OperatingSystem.IsWindows())
            return Path.GetFullPath(path).Replace('\\', '/');
        return path[0] == '/' ? path : Environment.CurrentDirectory.TrimEnd('/') + "/" + path;
    }

    private static Destination Follow(IFileOperations files, string path)
    {
        string current = path;
        for (int links = 0; links <= MostLinks; links++)
        {
            int descriptor = DescriptorPath.Parse(current);
            if (descriptor >= 0)
                return OpenDescriptor(files, current, descriptor);
            if (current.EndsWith('/'))
                throw Failures.IsFolder(current);
            int result = files.StatusAt(current, out FileStatus status);
            if (result == -Errno.NotFound)
                return new Destination(Route.Replace, current, null);
            if (result < 0)
                throw Failures.OfLooking(current, -result);
            if (status.Kind != FileKind.Link)
                return new Destination(Route.Replace, current, status);
            current = Target(files, current, status);
        }

        throw Failures.OfLooking(path, Errno.Loop);
    }

    private static Destination OpenDescriptor(IFileOperations files, string path, int descriptor)
    {
        int result = files.StatusOf(descriptor, out _);
        if (result < 0)
            throw Failures.OfLooking(path, -result);
        return new Destination(Route.Descriptor, path, null, descriptor);
    }

    private static string Target(IFileOperations files, string link, FileStatus status)
    {
        string folder = Destination.FolderOf(link);
        RefuseForeignLink(files, link, folder, status);
        int result = files.ReadLink(link, out string target);
        if (result < 0)
            throw Failures.OfLooking(link, -result);
        if (target.StartsWith('/'))
            return target;
        return folder.TrimEnd('/') + "/" + target;
    }

    // In a folder where everybody may create names, such as /tmp, somebody can place a link to one of our files under the name that we will
    // write. The kernel refuses to follow such a link; we follow links ourselves, so we must refuse as it does.
    private static void RefuseForeignLink(IFileOperations files, string link, string folder, FileStatus status)
    {
        const int Shared = FileStatus.Sticky | FileStatus.WritableByOthers;
        if (status.User == files.UserId)
            return;
        int descriptor = files.Open(folder, OpenAs.Folder, 0);
        if (descriptor < 0)
            return;
        int result = files.StatusOf(descriptor, out FileStatus holder);
        files.Close(descriptor);
        if (result >= 0 && (holder.Permissions & Shared) == Shared && holder.User != status.User)
            throw Failures.IsForeignLink(link, folder);
    }
}
