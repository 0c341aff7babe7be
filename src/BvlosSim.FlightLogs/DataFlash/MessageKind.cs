namespace BvlosSim.FlightLogs.DataFlash;

/// <summary>The messages that are decoded. All others are counted and skipped.</summary>
internal enum MessageKind
{
    /// <summary>Skipped.</summary>
    Other,

    /// <summary>The first receivers.</summary>
    Gps,

    /// <summary>The second receiver of firmware up to 4.0.</summary>
    Gps2,

    /// <summary>Batteries.</summary>
    Battery,

    /// <summary>A further battery of firmware around 3.7; its number is the last letter of the name, from 2 on.</summary>
    FurtherBattery,

    /// <summary>The battery of old firmware.</summary>
    Current,

    /// <summary>The second battery of old firmware.</summary>
    Current2,

    /// <summary>Flight mode.</summary>
    Mode,

    /// <summary>Wind of the second estimator's message of the contract.</summary>
    WindNkf6,

    /// <summary>Wind of the third estimator's message of the contract.</summary>
    WindXkf6,

    /// <summary>Wind as the third estimator logs it.</summary>
    WindXkf2,

    /// <summary>Wind as the second estimator logs it.</summary>
    WindNkf2,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A text for a person.</summary>
    Text,

    /// <summary>Firmware and board.</summary>
    Version,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>A multiplier.</summary>
    Multiplier,

    /// <summary>Units and multipliers of a message.</summary>
    FormatUnits,
}

/// <summary>The names of the messages in a log.</summary>
internal static class MessageKinds
{
    /// <summary>The kind of a message.</summary>
    public static MessageKind Of(string name) => name switch
    {
        "GPS" => MessageKind.Gps,
        "GPS2" => MessageKind.Gps2,
        "BAT" => MessageKind.Battery,
        "BAT2" or "BAT3" or "BAT4" or "BAT5" or "BAT6" or "BAT7" or "BAT8" or "BAT9" => MessageKind.FurtherBattery,
        "CURR" => MessageKind.Current,
        "CUR2" or "CURR2" => MessageKind.Current2,
        "MODE" => MessageKind.Mode,
        "NKF6" => MessageKind.WindNkf6,
        "XKF6" => MessageKind.WindXkf6,
        "XKF2" => MessageKind.WindXkf2,
        "NKF2" => MessageKind.WindNkf2,
        "PARM" => MessageKind.Parameter,
        "MSG" => MessageKind.Text,
        "VER" => MessageKind.Version,
        "UNIT" => MessageKind.Unit,
        "MULT" => MessageKind.Multiplier,
        "FMTU" => MessageKind.FormatUnits,
        _ => MessageKind.Other,
    };

    /// <summary>Whether the time of such a message that fits its neighbours is a condition of believing it, where its frame is in doubt.</summary>
    public static bool IsRow(this MessageKind kind) => kind is not (MessageKind.Other or >= MessageKind.Text);
}
