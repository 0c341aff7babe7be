using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BvlosSim.AtomicFiles;

namespace BvlosSim.FlightLogs.Rows;

/// <summary>
/// The rows of one kind in pieces. The first pieces and the last one are in memory; those between them are in a file without a name, so
/// that a log of any length takes the same memory. Where such a file cannot be had or is full, they stay in memory. Not safe across threads.
/// </summary>
/// <typeparam name="T">A row. Rows that refer to other objects stay in memory.</typeparam>
internal sealed class RowPieces<T>
    where T : struct
{
    /// <summary>Rows of a piece. Large enough that the collector does not move them.</summary>
    public const int PieceRows = 4096;

    /// <summary>How many pieces stay in memory: three and a half hours of a receiver, 4 MB.</summary>
    public const int FirstPieces = 16;

    // Rows are moved from one place to another, and those of several logs may be looked at by turns.
    private const int FetchedPieces = 4;

    // The first piece grows, since most logs are short.
    private const int FirstRows = 16;

    private readonly Func<ScratchFile?> _newFile;
    private readonly List<T[]?> _pieces = [];
    private ScratchFile? _file;
    private bool _staysInMemory = RuntimeHelpers.IsReferenceOrContainsReferences<T>();
    private readonly List<Fetched> _fetched = [];
    private Fetched? _latest;
    private int _nextToGo;

    /// <summary>No rows.</summary>
    public RowPieces()
        : this(ScratchFile.TryCreate)
    {
    }

    /// <summary>No rows.</summary>
    /// <param name="newFile">Makes the file once it is needed; null = it cannot be had.</param>
    public RowPieces(Func<ScratchFile?> newFile) => _newFile = newFile;

    /// <summary>How many rows there are.</summary>
    public int Length { get; private set; }

    /// <summary>A row.</summary>
    /// <param name="index">Its place, 0-based; less than <see cref="Length"/>.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public T this[int index]
    {
        get => PieceOf(index)[index % PieceRows];
        set
        {
            PieceOf(index)[index % PieceRows] = value;
            if (_latest is { } fetched && fetched.Piece == index / PieceRows)
                fetched.HasChanged = true;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public void Add(in T row)
    {
        int used = Length % PieceRows;
        if (Length == _pieces.Count * PieceRows)
            _pieces.Add(NewPiece());
        else if (_pieces.Count == 1 && used == _pieces[0]!.Length)
            _pieces[0] = Grown(_pieces[0]!);
        this[Length++] = row;
    }

    /// <summary>Forgets the rows from an index on.</summary>
    public void Shorten(int length) => Length = Math.Min(length, Length);

    private T[] NewPiece()
    {
        if (_pieces.Count == 0)
            return new T[FirstRows];
        int last = _pieces.Count - 1;
        if (last < FirstPieces || _pieces[last] is not { } full || !PutAway(last, full))
            return new T[PieceRows];
        _pieces[last] = null;
        return full;
    }

    private bool PutAway(int piece, T[] rows)
    {
        if (_staysInMemory)
            return false;
        try
        {
            _file ??= _newFile();
            _file?.Write(OffsetOf(piece), MemoryMarshal.AsBytes(rows.AsSpan()));
        }
        catch (IOException)
        {
            _staysInMemory = true;
        }

        return !(_staysInMemory |= _file is null);
    }

    private T[] PieceOf(int index)
    {
        int piece = index / PieceRows;
        if (_pieces[piece] is { } inMemory)
            return inMemory;
        if (_latest?.Piece != piece)
            _latest = FindFetched(piece) ?? Fetch(piece);
        return _latest!.Rows;
    }

    private Fetched? FindFetched(int piece)
    {
        foreach (Fetched fetched in _fetched)
        {
            if (fetched.Piece == piece)
                return fetched;
        }

        return null;
    }

    private Fetched Fetch(int piece)
    {
        Fetched place = PlaceToFetch();
        if (place.HasChanged)
            _file!.Write(OffsetOf(place.Piece), MemoryMarshal.AsBytes(place.Rows.AsSpan()));
        place.HasChanged = false;
        place.Piece = -1;
        _file!.Read(OffsetOf(piece), MemoryMarshal.AsBytes(place.Rows.AsSpan()));
        place.Piece = piece;
        return place;
    }

    private Fetched PlaceToFetch()
    {
        if (_fetched.Count < FetchedPieces)
        {
            _fetched.Add(new Fetched());
            return _fetched[^1];
        }

        Fetched oldest = _fetched[_nextToGo];
        _nextToGo = (_nextToGo + 1) % FetchedPieces;
        return oldest;
    }

    private static T[] Grown(T[] piece)
    {
        Array.Resize(ref piece, Math.Min(PieceRows, 2 * piece.Length));
        return piece;
    }

    private static long OffsetOf(int piece) => (long)(piece - FirstPieces) * PieceRows * Unsafe.SizeOf<T>();

    private sealed class Fetched
    {
        public T[] Rows { get; } = new T[PieceRows];

        public int Piece { get; set; } = -1;

        public bool HasChanged { get; set; }
    }
}
