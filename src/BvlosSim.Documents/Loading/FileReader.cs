using System.Diagnostics.CodeAnalysis;
using BvlosSim.Values;
using Microsoft.Win32.SafeHandles;

namespace BvlosSim.Documents.Loading;

/// <summary>Why a file could not be read.</summary>
/// <param name="ErrorType">
/// The contract token, <c>read_error_type</c>: <c>FileNotFoundError</c>, <c>IsADirectoryError</c>, <c>NotADirectoryError</c>,
/// <c>PermissionError</c> or <c>OSError</c>.
/// </param>
/// <param name="Message">One line: what is wrong.</param>
/// <param name="InternalErrorType">See <see cref="LoadError.InternalErrorType"/>.</param>
public sealed record ReadFault(string ErrorType, string Message, string? InternalErrorType = null)
{
    /// <summary>Whether the path leads to something that is no regular file: a folder, a pipe, a device.</summary>
    public bool IsOfAnotherKind { get; init; }

    /// <summary>This fault as the error of an input.</summary>
    /// <param name="inputName">Contract name of the input.</param>
    /// <param name="path">Path as opened.</param>
    public LoadError ToLoadError(string inputName, string path) => new()
    {
        InputName = inputName,
        Path = path,
        Stage = LoadStage.Read,
        Details = ScalarMap.Of(("read_error_type", ErrorType)),
        Message = Message,
        InternalErrorType = InternalErrorType,
    };
}

/// <summary>Reads whole files, once, with failures as contract tokens.</summary>
/// <remarks>
/// Only files that end are read: a pipe, a socket or a terminal is refused at once rather than waited for, and so is a file of more than
/// <see cref="MaxBytes"/>.
/// </remarks>
public static class FileReader
{
    /// <summary>The largest file that is read: 256 MiB.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    // A file that claims to be empty may be a window into the kernel with a page or two behind it, or a device that never ends.
    private const int MaxBytesOfUnsized = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path; a relative one starts at the current directory.</param>
    /// <param name="bytes">The content; null on failure.</param>
    /// <param name="fault">Why there is no content; null on success.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static bool TryRead(
        string path,
        [NotNullWhen(true)] out byte[]? bytes,
        [NotNullWhen(false)] out ReadFault? fault,
        CancellationToken cancellationToken = default)
    {
        bytes = null;
        if (!RegularFile.TryOpen(path, out SafeFileHandle? handle, out long length, out fault))
            return false;
        using (handle)
        {
            try
            {
                return TryReadAll(handle, length, out bytes, out fault, cancellationToken);
            }
            catch (IOException e)
            {
                fault = RegularFile.Explain(e);
                return false;
            }
        }
    }

    private static bool TryReadAll(
        SafeFileHandle handle,
        long length,
        [NotNullWhen(true)] out byte[]? bytes,
        [NotNullWhen(false)] out ReadFault? fault,
        CancellationToken cancellationToken)
    {
        bytes = null;
        int limit = length > 0 ? MaxBytes : MaxBytesOfUnsized;
        byte[] buffer = new byte[length > limit ? 0 : length + 1];
        int count = 0;
        while (buffer.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int got = RandomAccess.Read(handle, buffer.AsSpan(count), count);
            if (got == 0)
            {
                bytes = count == buffer.Length ? buffer : buffer[..count];
                fault = null;
                return true;
            }

            count += got;
            if (count > limit)
                break;
            if (count == buffer.Length)
                Array.Resize(ref buffer, Math.Min(limit + 1, Math.Max(4096, 2 * count)));
        }

        fault = new ReadFault(
            ReadErrorTypes.Other,
            length > 0
                ? $"It is larger than {MaxBytes / (1024 * 1024)} MiB, which is more than is read."
                : "It is a device or a file without a size, and does not end within 1 MiB.");
        return false;
    }
}
