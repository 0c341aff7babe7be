using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.Tests.Rows;

public sealed class RowPiecesTests
{
    private const int Rows = (RowPieces<long>.FirstPieces + 3) * RowPieces<long>.PieceRows;

    public static TheoryData<bool> WithAndWithoutAFile => [true, false];

    [Theory]
    [MemberData(nameof(WithAndWithoutAFile))]
    public void RowsBeyondTheFirstPiecesComeBack(bool hasFile)
    {
        RowPieces<long> pieces = Filled(hasFile);

        Assert.Equal(Rows + 5, pieces.Length);
        Assert.Equal(Enumerable.Range(0, Rows + 5).Select(i => (long)i), new RowList<long>(pieces));
        // To and fro, so that every look at a row needs another piece.
        for (int i = 0; i < RowPieces<long>.PieceRows; i += 1000)
        {
            foreach (int from in (int[])[Rows, 0, Rows - RowPieces<long>.PieceRows, Rows - (2 * RowPieces<long>.PieceRows)])
                Assert.Equal(from + (i % 5), pieces[from + (i % 5)]);
        }
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutAFile))]
    public void RowsThatAreChangedStayChanged(bool hasFile)
    {
        RowPieces<long> pieces = Filled(hasFile);
        for (int i = 0; i < pieces.Length; i += 3)
            pieces[i] = -pieces[i];

        for (int i = pieces.Length - 1; i >= 0; i--)
            Assert.Equal(i % 3 == 0 ? -i : i, pieces[i]);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutAFile))]
    public void RowsGoOnAfterTheLastOnesAreForgotten(bool hasFile)
    {
        RowPieces<long> pieces = Filled(hasFile);
        pieces.Shorten(Rows - 6000);
        for (int i = 0; i < 12_000; i++)
            pieces.Add(-i);

        Assert.Equal([.. Enumerable.Range(0, Rows - 6000).Select(i => (long)i), .. Enumerable.Range(0, 12_000).Select(i => (long)-i)], new RowList<long>(pieces));
    }

    [Fact]
    public void AFullDiskKeepsTheRowsInMemory()
    {
        int asked = 0;
        var pieces = new RowPieces<long>(() =>
        {
            asked++;
            throw new IOException("No space left on device");
        });
        for (int i = 0; i < Rows; i++)
            pieces.Add(i);

        Assert.Equal(1, asked);
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => (long)i), new RowList<long>(pieces));
    }

    [Fact]
    public void RowsThatReferToOthersNeedNoFile()
    {
        var pieces = new RowPieces<ModeRow>(() => throw new InvalidOperationException("Not to be asked for."));
        for (int i = 0; i < Rows; i++)
            pieces.Add(new ModeRow(i, 0, "AUTO"));

        Assert.Equal(new ModeRow(Rows - 1, 0, "AUTO"), pieces[Rows - 1]);
    }

    private static RowPieces<long> Filled(bool hasFile)
    {
        RowPieces<long> pieces = hasFile ? new() : new(() => null);
        for (int i = 0; i < Rows + 5; i++)
            pieces.Add(i);
        return pieces;
    }
}
