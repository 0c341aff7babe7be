using BvlosSim.FlightLogs.Flights;
using BvlosSim.FlightLogs.Reading;
using BvlosSim.FlightLogs.Rows;

namespace BvlosSim.FlightLogs.ULog.Topics;

/// <summary>
/// The lines of the best of several sources of positions. The best is the first one that ever has a fix: a receiver that never has one
/// hides no other. Lines without a fix are kept back until their source has one.
/// </summary>
/// <param name="builder">Where the lines go.</param>
internal sealed class PositionSources(FlightLogBuilder builder)
{
    private readonly BestSource<GpsRow> _best = new();
    private readonly RankedRows<GpsRow> _withoutFix = new(TopicReaders.Positions.Length);

    /// <summary>Rank of the best source that has had a fix; <see cref="int.MaxValue"/> = none yet.</summary>
    public int Rank => _best.Rank;

    /// <summary>Adds a line.</summary>
    /// <param name="rank">Place of its topic in <see cref="TopicReaders.Positions"/>.</param>
    /// <param name="row">The line.</param>
    public void Add(int rank, in GpsRow row)
    {
        if (rank > Rank)
            return;
        if (rank < Rank && !Fix.IsPosition(row))
        {
            _withoutFix.Add(rank, row);
            return;
        }

        if (rank < Rank)
        {
            _best.Takes(rank);
            _withoutFix.MoveTo(rank, earlier => Deliver(earlier));
        }

        Deliver(row);
    }

    /// <summary>Hands over what is kept back, and begins anew.</summary>
    public void Close()
    {
        if (Rank == int.MaxValue)
        {
            foreach (GpsRow row in _withoutFix.Take(rank: null))
                builder.Add(row);
        }

        for (int rank = 0; rank < TopicReaders.Positions.Length; rank++)
            _withoutFix.Take(rank);
        _best.MoveTo(builder.Gps);
    }

    // Nothing can beat the first rank, so nothing has to be kept back.
    private void Deliver(in GpsRow row)
    {
        if (Rank == 0)
            builder.Add(row);
        else
            _best.Add(row);
    }
}
