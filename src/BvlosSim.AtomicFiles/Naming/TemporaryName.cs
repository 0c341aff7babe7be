using System.Globalization;
using System.Text;

namespace BvlosSim.AtomicFiles.Naming;

/// <summary>
/// The names of unfinished output: <c>.NAME.TOKEN.tmp</c> beside the destination <c>NAME</c>.
/// </summary>
/// <remarks>
/// The token is 32 random hexadecimal digits and 8 that follow from them and from the destination's whole name. So a name that merely looks
/// like ours (another program's checksum or identifier in the middle) is not taken for ours, and neither is the temporary name of
/// a destination whose long name was shortened to the same beginning.
/// </remarks>
internal static class TemporaryName
{
    /// <summary>The longest name, in bytes, that the common file systems allow.</summary>
    public const int LongestNameBytes = 255;

    private const int RandomDigits = 32;
    private const int CheckDigits = 8;
    private const string Suffix = ".tmp";

    /// <summary>How many bytes of the destination's name a temporary name has room for.</summary>
    public static readonly int LongestKeptBytes = LongestNameBytes - ".".Length - ".".Length - RandomDigits - CheckDigits - Suffix.Length;

    /// <summary>A new name that nobody can guess.</summary>
    public static string For(string name)
    {
        string random = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return PrefixFor(name) + random + CheckOf(name, random) + Suffix;
    }

    /// <summary>What every temporary name of this destination begins with.</summary>
    public static string PrefixFor(string name) => "." + Shortened(name) + ".";

    /// <summary>Whether a name is one that <see cref="For"/> makes for exactly this destination.</summary>
    public static bool IsFor(string candidate, string name)
    {
        string prefix = PrefixFor(name);
        if (candidate.Length != prefix.Length + RandomDigits + CheckDigits + Suffix.Length)
            return false;
        if (!candidate.StartsWith(prefix, StringComparison.Ordinal) || !candidate.EndsWith(Suffix, StringComparison.Ordinal))
            return false;
        string random = candidate.Substring(prefix.Length, RandomDigits);
        string check = candidate.Substring(prefix.Length + RandomDigits, CheckDigits);
        return string.Equals(check, CheckOf(name, random), StringComparison.Ordinal);
    }

    private static string Shortened(string name)
    {
        int bytes = 0;
        int kept = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestKeptBytes)
                return name[..kept];
            kept += rune.Utf16SequenceLength;
        }

        return name;
    }

    // FNV-1a. It guards against mistakes, not against malice: whoever can create names in the folder can do worse than imitate ours.
    private static string CheckOf(string name, string random)
    {
        uint hash = 2166136261;
        foreach (byte value in Encoding.UTF8.GetBytes(random + name))
            hash = unchecked((hash ^ value) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
