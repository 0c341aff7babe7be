using BvlosSim.Documents.Binding.Hints;
using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding.Fields;

/// <summary>
/// A date-time: a YAML date or date-time, a text, or the seconds (beyond 2·10¹⁰ in magnitude milliseconds) since
/// 1970. A number whose notation misleads is refused.
/// </summary>
public sealed class DateTimeField : Field
{
    /// <summary>Declares a date-time.</summary>
    /// <param name="name">The key.</param>
    /// <param name="documentation">What it means.</param>
    public DateTimeField(string name, string documentation)
        : base(name, documentation)
    {
    }

    /// <inheritdoc />
    public override FieldKind Kind => FieldKind.DateTime;

    /// <inheritdoc />
    public override string Expectation => "a date-time such as 2026-06-01T08:00:00Z";

    internal override Slot Bind(Binder binder, DocumentNode node)
    {
        DateTimeReading reading;
        switch (node.Kind)
        {
            case DocumentNodeKind.Integer or DocumentNodeKind.Float when node.MisleadingText is not null:
                return binder.Refuse(this, ProblemTypes.ValueError, node, NumberHint.Misleading(node));
            case DocumentNodeKind.Date or DocumentNodeKind.DateTime:
                reading = DateTimeReading.OfClock(node.Time.Local, node.Time.Offset);
                break;
            case DocumentNodeKind.Integer:
                reading = DateTimeReading.OfUnixTime(node.Integer);
                break;
            case DocumentNodeKind.Float:
                reading = DateTimeReading.OfUnixTime(node.Number);
                break;
            case DocumentNodeKind.String:
                reading = DateTimeReading.OfText(node.Text);
                break;
            default:
                return binder.Refuse(this, ProblemTypes.DateTimeType, node, null);
        }

        return reading.Value is { } value ? Slot.Of((object)value) : binder.Refuse(this, reading.Problem!, node, reading.Hint);
    }
}
