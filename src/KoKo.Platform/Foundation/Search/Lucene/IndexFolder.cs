using System.Globalization;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// The folder of an index: a lock for as long as it is open, a numbered subfolder per generation, and a file that names the current one.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private readonly string path;
    private readonly MunicipalAnalyzer analyzer;
    private readonly FileStream lockFile;
    private int number;

    private IndexFolder(string path, MunicipalAnalyzer analyzer, FileStream lockFile)
    {
        this.path = path;
        this.analyzer = analyzer;
        this.lockFile = lockFile;
        number = File.Exists(CurrentFile) && int.TryParse(File.ReadAllText(CurrentFile), CultureInfo.InvariantCulture, out var current) ? current : 1;
    }

    private string CurrentFile => Path.Combine(path, "current");

    public static IndexFolder Open(string path, MunicipalAnalyzer analyzer)
    {
        Directory.CreateDirectory(path);
        try
        {
            return new IndexFolder(path, analyzer, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw SearchUnavailableException.Locked(path, exception);
        }
    }

    /// <summary>The current generation, or an empty one at position 0 if it is lost, damaged or of another analysis.</summary>
    public IndexGeneration OpenCurrent()
    {
        RemoveOthers();
        if (IndexGeneration.TryOpen(Subfolder(number), analyzer) is { } present)
        {
            return present;
        }

        var (created, fresh) = CreateNext();
        MakeCurrent(fresh);
        return created;
    }

    public (IndexGeneration Generation, int Number) CreateNext()
    {
        var next = number + 1;
        Remove(Subfolder(next));
        var generation = IndexGeneration.Create(Subfolder(next), analyzer);
        return (generation, next);
    }

    public void MakeCurrent(int generation)
    {
        var prepared = CurrentFile + ".new";
        File.WriteAllText(prepared, generation.ToString(CultureInfo.InvariantCulture));
        File.Move(prepared, CurrentFile, overwrite: true);
        number = generation;
    }

    public void RemoveOthers()
    {
        foreach (var folder in Directory.EnumerateDirectories(path).Where(folder => folder != Subfolder(number)))
        {
            Remove(folder);
        }
    }

    public void Dispose() => lockFile.Dispose();

    private string Subfolder(int generation) => Path.Combine(path, generation.ToString(CultureInfo.InvariantCulture));

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
