namespace BvlosSim.Documents.Loading.Yaml;

/// <summary>Dates and date-times of YAML 1.1.</summary>
internal static class YamlTimes
{
    /// <summary>Reads a date or date-time.</summary>
    /// <param name="text">The scalar.</param>
    /// <param name="tagged">It carries <c>!!timestamp</c>: a date alone may have one-digit fields then.</param>
    /// <param name="place">Its place.</param>
    /// <returns>Null when the text is neither.</returns>
    /// <exception cref="SyntaxFault">It looks like one, and there is no such day or time.</exception>
    public static DocumentNode? TryRead(string text, bool tagged, Place place)
    {
        if (text.Length < 8 || text[4] != '-' || !char.IsAsciiDigit(text[0]))
            return null;
        var fields = default(Fields);
        if (!TryMatch(text, tagged, ref fields))
            return null;

        try
        {
            var date = new DateOnly(fields.Year, fields.Month, fields.Day);
            var time = new TimeOnly(fields.Hour, fields.Minute, fields.Second);
            DateTime local = date.ToDateTime(time).AddTicks(fields.Microsecond * TimeSpan.TicksPerMicrosecond);
            TimeSpan? utcOffset = fields.HasOffset ? fields.Offset : null;
            if (utcOffset is TimeSpan span && span.Duration() >= TimeSpan.FromDays(1))
                throw Impossible(text, place);
            DocumentNodeKind kind = fields.HasTime ? DocumentNodeKind.DateTime : DocumentNodeKind.Date;
            return DocumentNode.FromTime(kind, new DocumentTime(local, utcOffset), place.Line, place.Column);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Impossible(text, place);
        }
    }

    private static SyntaxFault Impossible(string text, Place place) => new(
        ParseErrorTypes.Constructor,
        place,
        $"'{text}' reads as a date or time that does not exist: correct it, or put it in quotes to make it a text.",
        InternalErrorTypes.Value);

    private static bool TryMatch(string text, bool tagged, ref Fields fields)
    {
        var cursor = new Cursor(text);
        if (!cursor.TakeNumber(4, 4, out fields.Year) || !cursor.Take('-') || !cursor.TakeNumber(1, 2, out fields.Month)
            || !cursor.Take('-') || !cursor.TakeNumber(1, 2, out fields.Day))
        {
            return false;
        }

        if (cursor.AtEnd)
            return tagged || text.Length == 10;

        fields.HasTime = true;
        if (!cursor.Take('T') && !cursor.Take('t') && !cursor.TakeBlanks())
            return false;
        return cursor.TakeNumber(1, 2, out fields.Hour) && cursor.Take(':')
            && cursor.TakeNumber(2, 2, out fields.Minute) && cursor.Take(':')
            && cursor.TakeNumber(2, 2, out fields.Second)
            && TryMatchFraction(ref cursor, ref fields)
            && TryMatchOffset(ref cursor, ref fields);
    }

    private static bool TryMatchFraction(ref Cursor cursor, ref Fields fields)
    {
        if (!cursor.Take('.'))
            return true;
        int scale = 100_000;
        while (cursor.TakeNumber(1, 1, out int digit))
        {
            fields.Microsecond += digit * scale;
            scale /= 10;
        }

        return true;
    }

    private static bool TryMatchOffset(ref Cursor cursor, ref Fields fields)
    {
        if (cursor.AtEnd)
            return true;
        _ = cursor.TakeBlanks();
        if (cursor.Take('Z'))
        {
            fields.HasOffset = true;
            return cursor.AtEnd;
        }

        int sign = cursor.Take('-') ? -1 : cursor.Take('+') ? 1 : 0;
        if (sign == 0 || !cursor.TakeNumber(1, 2, out int hours))
            return false;
        int minutes = 0;
        if (cursor.Take(':') && !cursor.TakeNumber(2, 2, out minutes))
            return false;
        fields.HasOffset = true;
        fields.Offset = TimeSpan.FromMinutes(sign * ((hours * 60) + minutes));
        return cursor.AtEnd;
    }

    private struct Fields
    {
        public int Year;
        public int Month;
        public int Day;
        public int Hour;
        public int Minute;
        public int Second;
        public int Microsecond;
        public bool HasTime;
        public bool HasOffset;
        public TimeSpan Offset;
    }

    private struct Cursor(string text)
    {
        private int _at;

        public readonly bool AtEnd => _at == text.Length;

        public bool Take(char wanted)
        {
            if (AtEnd || text[_at] != wanted)
                return false;
            _at++;
            return true;
        }

        public bool TakeBlanks()
        {
            int start = _at;
            while (!AtEnd && text[_at] is ' ' or '\t')
                _at++;
            return _at > start;
        }

        public bool TakeNumber(int least, int most, out int value)
        {
            int start = _at;
            value = 0;
            while (!AtEnd && _at - start < most && char.IsAsciiDigit(text[_at]))
                value = (value * 10) + (text[_at++] - '0');
            return _at - start >= least;
        }
    }
}
