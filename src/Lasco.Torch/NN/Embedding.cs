using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, looked up by index.</summary>
/// <remarks>The vectors are drawn from N(0, 1); the padding vector is zero and gets no gradient.</remarks>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleByFrequency;
    private readonly bool _sparse;
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;

    internal Embedding(long num_embeddings, long embedding_dims, long? padding_idx, double? max_norm, double norm_type,
        bool scale_grad_by_freq, bool sparse, Device? device, ScalarType? dtype)
        : this(nn.Parameter(empty(num_embeddings, embedding_dims, dtype, device)), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse)
    {
        nn.init.normal_(_weight!);
        if (padding_idx is null) return;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _weight!.select(0, _paddingIndex).zero_();
    }

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        : base(nameof(Embedding))
    {
        this.weight = weight;
        var count = weight.shape[0];
        if (padding_idx < -count || padding_idx >= count)
        {
            weight.Dispose();
            throw new ArgumentOutOfRangeException(nameof(padding_idx), $"padding_idx {padding_idx} is not one of {count} embeddings");
        }
        _paddingIndex = padding_idx is not { } index ? -1 : index < 0 ? index + count : index;
        _maxNorm = max_norm;
        _normType = norm_type;
        _scaleByFrequency = scale_grad_by_freq;
        _sparse = sparse;
    }

    /// <summary>The vectors, [num_embeddings, embedding_dims].</summary>
    [DisallowNull]
    public Parameter? weight
    {
        get => _weight!;
        set => ReplaceParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>Looks vectors up.</summary>
    /// <param name="input">Indices, 32 or 64 bit, of any shape […].</param>
    /// <returns>[…, embedding_dims]</returns>
    public override Tensor forward(Tensor input)
    {
        if (_maxNorm is { } norm) LibTorch.lt_embedding_renorm_(_weight!, input, norm, _normType);
        return LibTorch.lt_embedding(_weight!, input, _paddingIndex, _scaleByFrequency, _sparse);
    }
}
