namespace BvlosSim.Documents.Loading;

/// <summary>
/// Leaves a parser that found the document to be none of its format. Never leaves <see cref="DocumentLoader"/>, which turns it into a
/// <see cref="LoadError"/>.
/// </summary>
internal sealed class SyntaxFault : Exception
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="errorType">The contract token, <c>parse_error_type</c>.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="internalErrorType">See <see cref="LoadError.InternalErrorType"/>.</param>
    public SyntaxFault(string errorType, Place place, string message, string? internalErrorType = null)
        : base(message)
    {
        ErrorType = errorType;
        Place = place;
        InternalErrorType = internalErrorType;
    }

    public string ErrorType { get; }

    public Place Place { get; }

    public string? InternalErrorType { get; }
}

/// <summary>The contract tokens of <c>parse_error_type</c>.</summary>
internal static class ParseErrorTypes
{
    public const string UnicodeDecode = "UnicodeDecodeError";
    public const string Json = "JSONDecodeError";
    public const string Scanner = "ScannerError";
    public const string Parser = "ParserError";
    public const string Composer = "ComposerError";
    public const string Constructor = "ConstructorError";
    public const string Reader = "ReaderError";
}

/// <summary>What <see cref="LoadError.InternalErrorType"/> says for causes that the contract treats as unexpected.</summary>
internal static class InternalErrorTypes
{
    public const string Value = "ValueError";
    public const string Recursion = "RecursionError";
}
