namespace BvlosSim.Estimation.Planar;

/// <summary>
/// Segments from the lowest to the highest along a sweep line: a search tree that numbers, as good as random, keep balanced, and a chain of
/// neighbours. Not safe across threads.
/// </summary>
/// <remarks>R. Seidel and C. R. Aragon, "Randomized search trees", Algorithmica 16 (1996), 464–497.</remarks>
internal sealed class SweepOrder
{
    /// <summary>No segment.</summary>
    public const int None = -1;

    private readonly Comparison<int> _compare;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _below;
    private readonly int[] _above;
    private int _root = None;

    /// <summary>Makes an empty order.</summary>
    /// <param name="count">Segments are 0 … count − 1.</param>
    /// <param name="compare">Which of two is the lower one.</param>
    public SweepOrder(int count, Comparison<int> compare)
    {
        _compare = compare;
        (_left, _right, _below, _above) = (new int[count], new int[count], new int[count], new int[count]);
    }

    /// <summary>Inserts a segment, above those that are equal to it.</summary>
    /// <returns>Its neighbours.</returns>
    public (int Below, int Above) Insert(int segment)
    {
        (int below, int above) = (None, None);
        // Down to where the segment outranks what is there.
        ref int place = ref _root;
        while (place != None && Rank(place) >= Rank(segment))
        {
            if (_compare(segment, place) < 0)
            {
                above = place;
                place = ref _left[place];
            }
            else
            {
                below = place;
                place = ref _right[place];
            }
        }

        int subtree = place;
        place = segment;
        // What was there is cut in two along the segment.
        ref int lower = ref _left[segment];
        ref int higher = ref _right[segment];
        while (subtree != None)
        {
            if (_compare(segment, subtree) < 0)
            {
                higher = above = subtree;
                higher = ref _left[subtree];
                subtree = higher;
            }
            else
            {
                lower = below = subtree;
                lower = ref _right[subtree];
                subtree = lower;
            }
        }

        lower = None;
        higher = None;
        Chain(below, segment);
        Chain(segment, above);
        return (below, above);
    }

    /// <summary>Removes a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="below">The lower neighbour that it had.</param>
    /// <param name="above">The higher neighbour that it had.</param>
    /// <returns>False when it is not where it belongs: the comparisons contradict each other.</returns>
    public bool TryRemove(int segment, out int below, out int above)
    {
        (below, above) = (_below[segment], _above[segment]);
        ref int place = ref _root;
        while (place != segment)
        {
            if (place == None)
                return false;
            place = ref _compare(segment, place) < 0 ? ref _left[place] : ref _right[place];
        }

        (int lower, int higher) = (_left[segment], _right[segment]);
        while (lower != None && higher != None)
        {
            if (Rank(lower) >= Rank(higher))
            {
                place = lower;
                place = ref _right[lower];
                lower = place;
            }
            else
            {
                place = higher;
                place = ref _left[higher];
                higher = place;
            }
        }

        place = lower != None ? lower : higher;
        Chain(below, above);
        return true;
    }

    private void Chain(int below, int above)
    {
        if (below != None)
            _above[below] = above;
        if (above != None)
            _below[above] = below;
    }

    /// <summary>A number that has nothing to do with the place of the segment (the finalizer of MurmurHash3), the same on every run.</summary>
    private static uint Rank(int segment)
    {
        unchecked
        {
            uint h = (uint)segment + 0x9E3779B9u;
            h = (h ^ (h >> 16)) * 0x85EBCA6Bu;
            h = (h ^ (h >> 13)) * 0xC2B2AE35u;
            return h ^ (h >> 16);
        }
    }
}
