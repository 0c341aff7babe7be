using System.Runtime.InteropServices;

namespace BvlosSim.AtomicFiles.Platform.Posix;

/// <summary>Asks for a file's status in the one way whose data layout is fixed on each system.</summary>
internal static unsafe class StatusCalls
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7FF;

    private static readonly bool IntelMac = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static int OfDescriptor(int descriptor, out FileStatus status)
    {
        if (OperatingSystem.IsMacOS())
        {
            LibC.MacStatus raw = default;
            int result = IntelMac ? LibC.StatusOfOnIntelMac(descriptor, &raw) : LibC.StatusOfOnArmMac(descriptor, &raw);
            return Answer(result, raw, out status);
        }

        byte empty = 0;
        LibC.LinuxStatus fields = default;
        return Answer(LibC.StatX(descriptor, &empty, EmptyPath, BasicFields, &fields), fields, out status);
    }

    public static int OfPath(string path, out FileStatus status)
    {
        fixed (byte* name = Utf8Path.From(path))
        {
            if (OperatingSystem.IsMacOS())
            {
                LibC.MacStatus raw = default;
                int result = IntelMac ? LibC.StatusAtOnIntelMac(name, &raw) : LibC.StatusAtOnArmMac(name, &raw);
                return Answer(result, raw, out status);
            }

            LibC.LinuxStatus fields = default;
            return Answer(LibC.StatX(CurrentFolder, name, NoFollow, BasicFields, &fields), fields, out status);
        }
    }

    private static int Answer(int result, LibC.LinuxStatus raw, out FileStatus status)
    {
        ulong device = ((ulong)raw.DeviceMajor << 32) | raw.DeviceMinor;
        status = FileStatus.FromMode(raw.Mode, raw.User, raw.Group, raw.Size, device, raw.Inode);
        return result < 0 ? -Marshal.GetLastPInvokeError() : 0;
    }

    private static int Answer(int result, LibC.MacStatus raw, out FileStatus status)
    {
        status = FileStatus.FromMode(raw.Mode, raw.User, raw.Group, raw.Size, raw.Device, raw.Inode);
        return result < 0 ? -Marshal.GetLastPInvokeError() : 0;
    }
}
