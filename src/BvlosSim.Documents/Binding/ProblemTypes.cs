namespace BvlosSim.Documents.Binding;

/// <summary>The machine tokens of everything that can be wrong with a document that parses.</summary>
public static class ProblemTypes
{
    /// <summary>A required key is absent.</summary>
    public const string Missing = "missing";

    /// <summary>A key that the contract does not know.</summary>
    public const string ExtraForbidden = "extra_forbidden";

    /// <summary>A key that is not a text.</summary>
    public const string InvalidKey = "invalid_key";

    /// <summary>Not a mapping, where an object is expected.</summary>
    public const string ModelType = "model_type";

    /// <summary>Not a mapping, where a free map is expected.</summary>
    public const string DictType = "dict_type";

    /// <summary>Not a list.</summary>
    public const string ListType = "list_type";

    /// <summary>A list with too few items.</summary>
    public const string TooShort = "too_short";

    /// <summary>Not a text.</summary>
    public const string StringType = "string_type";

    /// <summary>A text that is not valid Unicode.</summary>
    public const string StringUnicode = "string_unicode";

    /// <summary>An empty text.</summary>
    public const string StringTooShort = "string_too_short";

    /// <summary>A text that is no identifier.</summary>
    public const string StringPatternMismatch = "string_pattern_mismatch";

    /// <summary>Not one of the tokens of an enumeration.</summary>
    public const string Enum = "enum";

    /// <summary>Not one of the tokens of a literal.</summary>
    public const string LiteralError = "literal_error";

    /// <summary>Not a finite number, or a violated rule between fields.</summary>
    public const string ValueError = "value_error";

    /// <summary>Not a boolean.</summary>
    public const string BoolType = "bool_type";

    /// <summary>A number or text that stands for no boolean.</summary>
    public const string BoolParsing = "bool_parsing";

    /// <summary>Not a whole number.</summary>
    public const string IntType = "int_type";

    /// <summary>A text that is no whole number.</summary>
    public const string IntParsing = "int_parsing";

    /// <summary>A whole number beyond the range.</summary>
    public const string IntParsingSize = "int_parsing_size";

    /// <summary>A number with a fraction, where a whole one is expected.</summary>
    public const string IntFromFloat = "int_from_float";

    /// <summary>NaN or infinity, where a whole number or a finite one is expected.</summary>
    public const string FiniteNumber = "finite_number";

    /// <summary>Not a number.</summary>
    public const string FloatType = "float_type";

    /// <summary>A text that is no number.</summary>
    public const string FloatParsing = "float_parsing";

    /// <summary>Not a path.</summary>
    public const string PathType = "path_type";

    /// <summary>Not a date-time.</summary>
    public const string DateTimeType = "datetime_type";

    /// <summary>A number that stands for no date-time.</summary>
    public const string DateTimeParsing = "datetime_parsing";

    /// <summary>A text that is no date-time.</summary>
    public const string DateTimeFromDateParsing = "datetime_from_date_parsing";

    /// <summary>At or below an exclusive lower bound.</summary>
    public const string GreaterThan = "greater_than";

    /// <summary>Below a lower bound.</summary>
    public const string GreaterThanEqual = "greater_than_equal";

    /// <summary>At or above an exclusive upper bound.</summary>
    public const string LessThan = "less_than";

    /// <summary>Above an upper bound.</summary>
    public const string LessThanEqual = "less_than_equal";
}
