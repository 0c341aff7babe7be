using System.Collections.Immutable;

namespace BvlosSim.Estimation.LandingZones;

/// <summary>
/// Landing zones in a tree of boxes in space, so that the zones near a point are found without looking at the others, anywhere on Earth.
/// Immutable, safe across threads.
/// </summary>
internal sealed class SiteTree
{
    private readonly List<Node> _nodes = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="sites">The zones; may be empty.</param>
    public SiteTree(ImmutableArray<LandingSite> sites)
    {
        if (!sites.IsEmpty)
            Build([.. sites]);
    }

    private int Build(Span<LandingSite> sites)
    {
        int index = _nodes.Count;
        EarthBox box = sites[0].Box;
        foreach (LandingSite site in sites[1..])
            box = box.With(site.Box);
        _nodes.Add(new Node(box, 0, 0, sites[0]));
        if (sites.Length == 1)
            return index;

        sites.Sort(Across(box));
        int half = sites.Length / 2;
        int left = Build(sites[..half]);
        int right = Build(sites[half..]);
        _nodes[index] = new Node(box, left, right, null);
        return index;
    }

    /// <summary>An order along the longest side of a box; equal places keep the order of the file.</summary>
    private static Comparison<LandingSite> Across(in EarthBox box)
    {
        double x = box.High.X - box.Low.X;
        double y = box.High.Y - box.Low.Y;
        double z = box.High.Z - box.Low.Z;
        Func<LandingSite, double> along = x >= y && x >= z ? site => site.Box.Centre.X
            : y >= z ? site => site.Box.Centre.Y
            : site => site.Box.Centre.Z;
        return (a, b) => along(a).CompareTo(along(b)) is var order && order != 0 ? order : a.Index.CompareTo(b.Index);
    }

    /// <summary>A part of the tree: two halves, or one zone.</summary>
    private readonly record struct Node(EarthBox Box, int Left, int Right, LandingSite? Site);

    /// <summary>Visits the zones of a tree from near to far. Made once, used for many points; not safe across threads.</summary>
    public sealed class Walk
    {
        private readonly SiteTree _tree;
        private readonly PriorityQueue<int, double> _queue = new();
        private EarthPoint _from;

        /// <summary>Prepares walks through a tree.</summary>
        public Walk(SiteTree tree) => _tree = tree;

        /// <summary>Begins a walk.</summary>
        /// <param name="from">The point from which near and far are meant.</param>
        public void Begin(in EarthPoint from)
        {
            _from = from;
            _queue.Clear();
            if (_tree._nodes.Count > 0)
                Enqueue(0);
        }

        /// <summary>The next zone, by the straight distance through space of its box.</summary>
        /// <param name="withinM">Zones farther away than this do not count.</param>
        /// <returns>Null when there is no other zone within the distance.</returns>
        public LandingSite? Next(double withinM)
        {
            while (_queue.TryDequeue(out int index, out double chordM) && chordM <= withinM)
            {
                Node node = _tree._nodes[index];
                if (node.Site is { } site)
                    return site;
                Enqueue(node.Left);
                Enqueue(node.Right);
            }

            return null;
        }

        private void Enqueue(int index) => _queue.Enqueue(index, _tree._nodes[index].Box.ChordM(_from));
    }
}
