using System.Globalization;

namespace BvlosSim.Documents.Json;

/// <summary>A number that JSON has no text for reached a writer: a fault of the program, not of its input.</summary>
public sealed class NonFiniteNumberException : InvalidOperationException
{
    /// <summary>Makes the exception without a value.</summary>
    public NonFiniteNumberException()
    {
    }

    /// <summary>Makes the exception with a text.</summary>
    public NonFiniteNumberException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a text and a cause.</summary>
    public NonFiniteNumberException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names the value.</summary>
    public NonFiniteNumberException(double value)
        : base($"The number {value.ToString(CultureInfo.InvariantCulture)} has no place in a JSON document.")
    {
    }
}
