using Lasco.Research.Checkpoints;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>
/// Weights of CLIP and the Combiner: OpenAI's released archives, a bare state dict, or CLIP4Cir's files, which keep it under
/// the model's name.
/// </summary>
public static class ClipCheckpoint
{
    /// <summary>Numbers that OpenAI's archives keep beside the weights.</summary>
    private static readonly string[] ArchivedSizes = ["input_resolution", "context_length", "vocab_size"];

    /// <summary>Copies a checkpoint into CLIP; half precision becomes single.</summary>
    /// <param name="model">The model to fill.</param>
    /// <param name="path">A file of torch.save, torch.jit.save or safetensors.</param>
    /// <exception cref="InputException">The file cannot be read; or a weight is missing, is unknown, or has another shape.</exception>
    public static void Load(Clip model, string path)
    {
        using var scope = NewDisposeScope();
        var tensors = StateDict.Under("CLIP", Checkpoint.Load(path));
        foreach (string size in ArchivedSizes)
            tensors.Remove(size);
        StateDict.Load(model, tensors, path);
    }

    /// <summary>Copies a checkpoint into the Combiner.</summary>
    /// <param name="model">The model to fill.</param>
    /// <param name="path">A file of torch.save or safetensors.</param>
    /// <exception cref="InputException">The file cannot be read; or a weight is missing, is unknown, or has another shape.</exception>
    public static void Load(Combiner model, string path)
    {
        using var scope = NewDisposeScope();
        StateDict.Load(model, StateDict.Under(nameof(Combiner), Checkpoint.Load(path)), path);
    }
}
