namespace Lasco.Notebooks.Kernel;

/// <summary>The channels that carry messages.</summary>
internal enum Channel
{
    /// <summary>Requests, one after another.</summary>
    Shell,

    /// <summary>Requests that do not wait for a running cell.</summary>
    Control,

    /// <summary>What the kernel asks the user.</summary>
    Stdin,

    /// <summary>What the kernel tells everybody.</summary>
    Iopub,
}
