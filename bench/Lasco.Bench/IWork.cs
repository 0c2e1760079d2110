namespace Lasco.Bench;

/// <summary>Our side of a benchmark, set up and ready to be timed.</summary>
public interface IWork : IDisposable
{
    /// <summary>A file that the peer needs as well.</summary>
    string? Input => null;

    /// <summary>Does the work once.</summary>
    /// <returns>A figure that the peer must compute as well.</returns>
    double Run();
}
