using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using BvlosSim.Documents.Loading.Json;
using BvlosSim.Documents.Loading.Yaml;
using BvlosSim.Values;

namespace BvlosSim.Documents.Loading;

/// <summary>What kind of input a document is, where the contract reports the two kinds differently.</summary>
public enum LoaderProfile
{
    /// <summary>A mission, vehicle, plan or manifest: a wrong root names its type, and gives the file no identity.</summary>
    Contract,

    /// <summary>A grid asset: a wrong root has no details, and the file keeps its identity.</summary>
    Grid,
}

/// <summary>
/// Turns a file into a located tree, or into the reason why it is none: reads it once, tells the format by the suffix, hashes, decodes, parses
/// and wants a mapping at the root.
/// </summary>
/// <remarks>
/// <para>
/// Both formats end in the same tree of <see cref="DocumentNode"/>, so that what follows need not know which it was. YAML is version 1.1 with
/// the safe types; JSON accepts <c>NaN</c> and <c>Infinity</c>, which no contract then accepts.
/// </para>
/// <para>
/// A key that stands twice in one mapping is refused in both formats, with every repetition listed: which of two altitudes is meant is not
/// for a program to guess.
/// </para>
/// <para>Whatever a file holds, loading takes time and memory in proportion to its size, and throws nothing but a cancellation.</para>
/// </remarks>
public static class DocumentLoader
{
    /// <summary>Loads a mission, vehicle, plan or manifest; see the other overload.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="inputName">Contract name of the input, for an error.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The document, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<LoadedDocument> Load(string path, string inputName, CancellationToken cancellationToken = default) =>
        Load(path, inputName, LoaderProfile.Contract, cancellationToken);

    /// <summary>Loads a file.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="inputName">Contract name of the input, for an error.</param>
    /// <param name="profile">How errors are reported.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>The document, or an error of the stages <c>read</c>, <c>format_detection</c>, <c>parse</c> or <c>root_type</c>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<LoadedDocument> Load(
        string path,
        string inputName,
        LoaderProfile profile,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!FileReader.TryRead(path, out byte[]? bytes, out ReadFault? fault, cancellationToken))
            return fault.ToLoadError(inputName, path);

        string? suffix = DocumentFormats.SuffixOf(path);
        if (DocumentFormats.OfSuffix(suffix) is DocumentFormat format)
            return Parse(bytes, format, path, inputName, profile, cancellationToken);

        return new LoadError
        {
            InputName = inputName,
            Path = path,
            Stage = LoadStage.FormatDetection,
            Details = ScalarMap.Of(("suffix", suffix)),
            Message = $"Its name ends in {suffix ?? "no suffix"}: only .yaml, .yml and .json are read.",
        };
    }

    /// <summary>Parses the bytes of a file.</summary>
    /// <param name="bytes">The content. Not to be changed afterwards.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="path">Absolute path, for the document and for an error.</param>
    /// <param name="inputName">Contract name of the input, for an error.</param>
    /// <param name="profile">How errors are reported.</param>
    /// <param name="cancellationToken">Stops parsing.</param>
    /// <returns>The document, or an error of the stages <c>parse</c> or <c>root_type</c>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadResult<LoadedDocument> Parse(
        byte[] bytes,
        DocumentFormat format,
        string path,
        string inputName,
        LoaderProfile profile = LoaderProfile.Contract,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        cancellationToken.ThrowIfCancellationRequested();
        var identity = new DocumentIdentity(DocumentFormats.TokenOf(format), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var duplicates = new DuplicateKeys();
        DocumentNode root;
        try
        {
            root = ParseTree(bytes, format, duplicates, cancellationToken);
        }
        catch (SyntaxFault fault)
        {
            return ParseError(fault);
        }

        if (duplicates.Any)
            return RepeatedKeys();
        if (root.Kind == DocumentNodeKind.Mapping)
            return new LoadedDocument(path, identity, root);

        return new LoadError
        {
            InputName = inputName,
            Path = path,
            Stage = LoadStage.RootType,
            Details = profile == LoaderProfile.Grid ? ScalarMap.Empty : ScalarMap.Of(("root_type", RootTypeOf(root.Kind))),
            Identity = profile == LoaderProfile.Grid ? identity : null,
            Message = root.Kind == DocumentNodeKind.Null
                ? "The document is empty."
                : $"The document must be a mapping of keys to values at its root, not a {Describe(root.Kind)}.",
        };

        LoadError ParseError(SyntaxFault fault) => new()
        {
            InputName = inputName,
            Path = path,
            Stage = LoadStage.Parse,
            Details = DetailsOf(fault.ErrorType),
            Identity = identity,
            Message = $"Line {fault.Place.Line}, column {fault.Place.Column}: {fault.Message}",
            Problems = [new Problem(fault.ErrorType, null, fault.Place.Line, fault.Place.Column, fault.Message)],
            InternalErrorType = fault.InternalErrorType,
        };

        LoadError RepeatedKeys()
        {
            ImmutableArray<Problem> problems = duplicates.ToProblems();
            return new LoadError
            {
                InputName = inputName,
                Path = path,
                Stage = LoadStage.Parse,
                Details = DetailsOf(format == DocumentFormat.Json ? ParseErrorTypes.Json : ParseErrorTypes.Constructor),
                Identity = identity,
                Message = $"Line {problems[0].Line}, column {problems[0].Column}: {problems[0].Message}",
                Problems = problems,
            };
        }

        ScalarMap DetailsOf(string errorType) => ScalarMap.Of(("format", identity.Format), ("parse_error_type", errorType));
    }

    private static DocumentNode ParseTree(byte[] bytes, DocumentFormat format, DuplicateKeys duplicates, CancellationToken cancellationToken)
    {
        if (!Utf8.IsValid(bytes))
            throw NotUtf8(bytes);
        if (format == DocumentFormat.Json)
            return JsonTreeParser.Parse(bytes, duplicates, new LineMap(bytes), cancellationToken);

        ReadOnlySpan<byte> content = bytes;
        string text = Encoding.UTF8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content);
        return YamlTreeParser.Parse(text, duplicates, new LineMap(text), cancellationToken);
    }

    private static SyntaxFault NotUtf8(byte[] bytes)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(offset), out _, out int length) == System.Buffers.OperationStatus.Done)
            offset += length;
        return new SyntaxFault(
            ParseErrorTypes.UnicodeDecode,
            new LineMap(bytes).At(offset),
            offset == 0 && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
                ? "The file is UTF-16 or UTF-32: save it as UTF-8 without a byte-order mark."
                : $"The byte 0x{bytes[offset]:X2} is not UTF-8: save the file as UTF-8.");
    }

    private static string RootTypeOf(DocumentNodeKind kind) => kind switch
    {
        DocumentNodeKind.Null => "NoneType",
        DocumentNodeKind.Boolean => "bool",
        DocumentNodeKind.Integer => "int",
        DocumentNodeKind.Float => "float",
        DocumentNodeKind.String => "str",
        DocumentNodeKind.Date => "date",
        DocumentNodeKind.DateTime => "datetime",
        DocumentNodeKind.Binary => "bytes",
        DocumentNodeKind.Set => "set",
        DocumentNodeKind.Mapping => "dict",
        _ => "list",
    };

    private static string Describe(DocumentNodeKind kind) => kind switch
    {
        DocumentNodeKind.Boolean => "boolean",
        DocumentNodeKind.Integer or DocumentNodeKind.Float => "number",
        DocumentNodeKind.String => "text",
        DocumentNodeKind.Date or DocumentNodeKind.DateTime => "date",
        DocumentNodeKind.Binary => "binary value",
        DocumentNodeKind.Set => "set",
        _ => "list",
    };
}
