using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Environment.GeoJson;

/// <summary>Finds numbers that are NaN, infinite or beyond a double, wherever they stand.</summary>
internal static class NonFiniteNumbers
{
    /// <summary>Those in a part of a file that no problem has named.</summary>
    /// <param name="root">The part.</param>
    /// <param name="except">What is left out of it; null = nothing.</param>
    /// <param name="problems">The problems so far.</param>
    public static IEnumerable<DocumentNode> In(DocumentNode root, DocumentNode? except, VectorProblems problems)
    {
        List<DocumentNode>? found = null;
        var open = new Stack<DocumentNode>();
        open.Push(root);
        while (open.TryPop(out DocumentNode? node))
        {
            if (node.Kind == DocumentNodeKind.List)
            {
                foreach (DocumentNode item in node.Items)
                    Visit(item);
            }
            else
            {
                foreach (DocumentMember member in node.Members)
                    Visit(member.Value);
            }
        }

        return found is null ? [] : found.OrderBy(n => n.Line).ThenBy(n => n.Column);

        void Visit(DocumentNode node)
        {
            if (node.Kind is DocumentNodeKind.List or DocumentNodeKind.Mapping)
            {
                if (!ReferenceEquals(node, except))
                    open.Push(node);
            }
            else if (problems.IsUnnoticedNonFinite(node))
            {
                (found ??= []).Add(node);
            }
        }
    }
}
