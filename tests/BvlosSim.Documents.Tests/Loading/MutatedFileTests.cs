using System.Text;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>Whatever the bytes are, loading answers and throws nothing.</summary>
public sealed class MutatedFileTests
{
    private static readonly string[] Seeds =
    [
        "schema_version: mission.v7\nplanned_home: {lat: 52, lon: 4.5, altitude_amsl_m: 0}\nroute:\n- {id: t, action: vtol_takeoff, altitude_m: 100}\n- id: w # c\n  lat: 52.01\n",
        "a: &x [1, 2, 3, 4, 5.5]\nb: {<<: {c: 1}, d: *x}\n? e\n: !!str |\n  text\n\n  more\nf: >-\n  x\n  y\ng: \"q\\n\\u00e9\"\nh: 'it''s'\n",
        "- - 1.0\n  - 2.0\n  - 3.0\n  - 4.0\n- [1, 2,\n   3, 4]\n- 2026-01-02T03:04:05Z\n- 0x1f\n- !!set {a, b}\n- !!binary YQ==\n",
        "%YAML 1.1\n---\n{\"a\": [1, 2.5e3, NaN, -Infinity, true, null], \"b\": \"\\ud83d\\ude00\", \"é\": {\"c\": []}}\n...\n",
        "{\"a\": [1, 2.5e3, NaN, -Infinity, true, null], \"b\": \"\\ud83d\\ude00 \\n\", \"é\": {\"c\": [{}, [[]]]}}",
    ];

    private static readonly string[] Scraps =
        [" ", "\n", "\t", "\r", "- ", ": ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!", "!!int ", "|", ">", "'", "\"", "\\", "%", "@", "`", "<<: ", "=", "~", "---\n", "...\n", "1, 2, 3, 4", "\n- 1\n- 2\n- 3\n- 4\n", "NaN", "\u0001", "\ufeff", "\uE000", "é", "😀", "\u2028", "\0"];

    [Fact]
    public void Ten_thousand_mutations_are_answered()
    {
        var random = new Random(20130107);
        int loaded = 0;
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            byte[] bytes = Mutate(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
            foreach (DocumentFormat format in Enum.GetValues<DocumentFormat>())
            {
                LoadResult<LoadedDocument> result;
                try
                {
                    result = DocumentLoader.Parse(bytes, format, "/x", "mission");
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"Mutation {i}, {format}, {Convert.ToBase64String(bytes)}: {e}", e);
                }

                Assert.True(result.Value is null != result.Error is null);
                if (result.Error is LoadError error)
                {
                    refused++;
                    Assert.All(error.Problems, p => Assert.True(p is { Line: >= 1, Column: >= 1 }));
                }
                else
                {
                    loaded++;
                    Assert.True(result.Value!.Root.Kind == DocumentNodeKind.Mapping);
                }
            }
        }

        // Both outcomes must be common, or the mutations test nothing.
        Assert.True(loaded > 2000 && refused > 2000, $"{loaded} loaded, {refused} refused");
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        // Every other file is long enough for the short cut of runs of numbers.
        List<byte> all = random.Next(2) == 0 ? [.. Encoding.UTF8.GetBytes("# " + new string('x', 5000) + "\n"), .. bytes] : [.. bytes];
        int start = all.Count - bytes.Length;
        for (int count = random.Next(4); count > 0; count--)
        {
            int at = random.Next(start, all.Count);
            switch (random.Next(4))
            {
                case 0:
                    all.RemoveRange(at, Math.Min(random.Next(1, 6), all.Count - at));
                    break;
                case 1:
                    all[at] = (byte)random.Next(256);
                    break;
                default:
                    all.InsertRange(at, Encoding.UTF8.GetBytes(Scraps[random.Next(Scraps.Length)]));
                    break;
            }

            if (all.Count <= start)
                break;
        }

        return [.. all];
    }
}
