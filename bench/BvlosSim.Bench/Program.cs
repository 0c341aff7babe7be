using BenchmarkDotNet.Running;
using BvlosSim.Bench;

BenchmarkSwitcher.FromAssembly(typeof(EstimateBenchmarks).Assembly).Run(args);
