using System.Runtime.Versioning;

// FIFOs, modes and owners are what most of these tests are about.
[assembly: UnsupportedOSPlatform("windows")]

// A child process has all descriptors, and so all locks, of this one between its fork and its exec: a test that starts one would keep
// another's locks from being given up.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
