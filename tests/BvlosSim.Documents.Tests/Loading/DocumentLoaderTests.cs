using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using BvlosSim.Documents.Loading;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.Loading;

/// <summary>From a path to a document: reading, format, hash, root.</summary>
public sealed class DocumentLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bvlos-loading-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("m.yaml", "yaml")]
    [InlineData("m.yml", "yaml")]
    [InlineData("m.v7.YAML", "yaml")]
    [InlineData("m.JSON", "json")]
    [InlineData(".hidden.json", "json")]
    public void The_suffix_tells_the_format(string name, string format)
    {
        string path = Write(name, "{\"a\": 1}");
        LoadedDocument document = DocumentLoader.Load(path, "mission").Value!;
        Assert.Equal(format, document.Identity.Format);
        Assert.Equal(path, document.Path);
        Assert.Equal("{'a': i1, }", Loads.Show(document.Root));
    }

    [Theory]
    [InlineData("m", null)]
    [InlineData("m.", null)]
    [InlineData(".yaml", null)]
    [InlineData("m.json5", ".json5")]
    [InlineData("m.TXT", ".txt")]
    [InlineData("m.yaml.bak", ".bak")]
    public void Another_suffix_is_no_format(string name, string? suffix)
    {
        LoadError error = Loads.Error(DocumentLoader.Load(Write(name, "{\"a\": 1}"), "vehicle"));
        Assert.Equal(LoadStage.FormatDetection, error.Stage);
        Assert.Null(error.Identity);
        Expect(error, ("input_name", "vehicle"), ("path", error.Path), ("stage", "format_detection"), ("suffix", suffix));
    }

    [Fact]
    public void The_hash_is_of_the_bytes_as_they_are()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\ufeffa: 1\r\n  ");
        string path = Path.Combine(_folder, "m.yaml");
        File.WriteAllBytes(path, bytes);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), DocumentLoader.Load(path, "mission").Value!.Identity.Sha256);
        LoadedDocument known = DocumentLoader.Parse("{}"u8.ToArray(), DocumentFormat.Json, "/x", "mission").Value!;
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", known.Identity.Sha256);
    }

    [Theory]
    [InlineData("", "NoneType")]
    [InlineData("# nothing\n", "NoneType")]
    [InlineData("--- ~", "NoneType")]
    [InlineData("[1]", "list")]
    [InlineData("text", "str")]
    [InlineData("12", "int")]
    [InlineData("1.5", "float")]
    [InlineData("yes", "bool")]
    [InlineData("2026-01-02", "date")]
    [InlineData("2026-01-02T03:04:05", "datetime")]
    [InlineData("!!binary YQ==", "bytes")]
    [InlineData("!!set {a}", "set")]
    [InlineData("!!omap [a: 1]", "list")]
    public void The_root_must_be_a_mapping(string text, string type)
    {
        LoadError error = Loads.Error(Loads.Yaml(text));
        Assert.Equal(LoadStage.RootType, error.Stage);
        Assert.Null(error.Identity);
        Expect(error, ("input_name", "mission"), ("path", "/x/m.yaml"), ("stage", "root_type"), ("root_type", type));
    }

    [Fact]
    public void A_grid_keeps_its_identity_at_the_root_and_names_no_type()
    {
        LoadError error = Loads.Error(DocumentLoader.Parse("[]"u8.ToArray(), DocumentFormat.Json, "/x/t.json", "terrain", LoaderProfile.Grid));
        Assert.Equal(new DocumentIdentity("json", Sha("[]")), error.Identity);
        Expect(error, ("input_name", "terrain"), ("path", "/x/t.json"), ("stage", "root_type"));
    }

    [Fact]
    public void A_syntax_error_has_identity_place_and_details()
    {
        LoadError error = Loads.Error(Loads.Yaml("a: 1\nb: [1"));
        Assert.Equal(new DocumentIdentity("yaml", Sha("a: 1\nb: [1")), error.Identity);
        Expect(error, ("input_name", "mission"), ("path", "/x/m.yaml"), ("stage", "parse"), ("format", "yaml"), ("parse_error_type", "ParserError"));
        Problem problem = Assert.Single(error.Problems);
        Assert.Equal(("ParserError", null, 2, 6), (problem.Type, problem.Path, problem.Line, problem.Column));
    }

    [Fact]
    public void Reading_comes_before_the_suffix()
    {
        AssertReadError("FileNotFoundError", Path.Combine(_folder, "absent.txt"));
        AssertReadError("FileNotFoundError", Path.Combine(_folder, "no-folder", "m.yaml"));
        AssertReadError("IsADirectoryError", _folder);
        AssertReadError("IsADirectoryError", "");
        AssertReadError("NotADirectoryError", Path.Combine(Write("file", ""), "m.yaml"));
        AssertReadError("OSError", Path.Combine(_folder, new string('x', 300) + ".yaml"));
    }

    [Fact]
    public void Links_are_followed_and_broken_ones_are_absent_files()
    {
        string link = Path.Combine(_folder, "link.yaml");
        File.CreateSymbolicLink(link, Path.Combine(_folder, "absent.yaml"));
        AssertReadError("FileNotFoundError", link);

        string loop = Path.Combine(_folder, "loop.yaml");
        File.CreateSymbolicLink(loop, loop);
        AssertReadError("OSError", loop);

        string good = Path.Combine(_folder, "good.yaml");
        File.CreateSymbolicLink(good, Write("m.yaml", "a: 1"));
        Assert.NotNull(DocumentLoader.Load(good, "mission").Value);
    }

    [Fact]
    public void A_nul_in_the_path_is_unexpected() =>
        Assert.Equal("ValueError", AssertReadError("OSError", _folder + "/m\0.yaml").InternalErrorType);

    [Fact]
    public async Task A_pipe_is_refused_without_waiting_for_a_writer()
    {
        if (OperatingSystem.IsWindows())
            return;
        string pipe = Path.Combine(_folder, "pipe.yaml");
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        // Throws when reading waits for the other end of the pipe.
        LoadResult<LoadedDocument> result = await Task.Run(() => DocumentLoader.Load(pipe, "mission")).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("OSError", Loads.Error(result).Details.Find("read_error_type").Text);
    }

    [Fact]
    public void A_device_without_end_is_refused()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.False(FileReader.TryRead("/dev/zero", out _, out ReadFault? fault));
        Assert.Equal("OSError", fault.ErrorType);
        Assert.True(FileReader.TryRead("/proc/self/status", out byte[]? status, out _));
        Assert.NotEmpty(status);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_before_it_is_read()
    {
        string path = Path.Combine(_folder, "large.yaml");
        using (FileStream file = new(path, FileMode.CreateNew))
            file.SetLength(FileReader.MaxBytes + 1L);
        long before = GC.GetAllocatedBytesForCurrentThread();
        LoadError error = AssertReadError("OSError", path);
        Assert.Contains("256 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_is_read_whole()
    {
        byte[] bytes = new byte[100_003];
        new Random(1).NextBytes(bytes);
        string path = Path.Combine(_folder, "bytes");
        File.WriteAllBytes(path, bytes);
        Assert.True(FileReader.TryRead(path, out byte[]? read, out _));
        Assert.Equal(bytes, read);
    }

    [Fact]
    public void Cancelling_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        string path = Write("m.yaml", "a: 1");
        Assert.Throws<OperationCanceledException>(() => DocumentLoader.Load(path, "mission", source.Token));
        Assert.Throws<OperationCanceledException>(() => DocumentLoader.Parse("a: 1"u8.ToArray(), DocumentFormat.Yaml, "/x", "mission", LoaderProfile.Contract, source.Token));
    }

    private static LoadError AssertReadError(string type, string path)
    {
        LoadError error = Loads.Error(DocumentLoader.Load(path, "mission"));
        Assert.Equal(LoadStage.Read, error.Stage);
        Assert.Null(error.Identity);
        Expect(error, ("input_name", "mission"), ("path", path), ("stage", "read"), ("read_error_type", type));
        return error;
    }

    private static void Expect(LoadError error, params (string Key, Scalar Value)[] context) =>
        Assert.Equal(context, error.Context.Select(entry => (entry.Key, entry.Value)));

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
