using System.Runtime.InteropServices;

// The system's libraries only: never a file that lies beside the program and happens to have such a name.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
