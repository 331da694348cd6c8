using System.Globalization;

namespace KoKo.Platform.Benchmarks;

/// <summary>What one side of a comparison took, in milliseconds.</summary>
internal sealed class Durations(string name)
{
    private readonly List<double> times = [];

    public double Median => At(.5);

    public double P99 => At(.99);

    public double Most => At(1);

    public int Count => times.Count;

    public void Add(IEnumerable<double> more)
    {
        times.AddRange(more);
        times.Sort();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name,-44} median {Median,6:0.00} ms   p99 {P99,7:0.00} ms   {times.Count,6} requests");

    private double At(double part) => times[(int)(part * (times.Count - 1))];
}
