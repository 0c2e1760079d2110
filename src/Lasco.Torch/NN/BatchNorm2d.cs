using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of each channel of images (Ioffe and Szegedy 2015).</summary>
/// <remarks>
/// In training the statistics are the batch's, and running averages of them are kept; in evaluation they are the averages.
/// </remarks>
public sealed class BatchNorm2d : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;
    [ComponentName(Name = nameof(bias))] private Parameter? _bias;
    [ComponentName(Name = nameof(running_mean))] private Tensor? _runningMean;
    [ComponentName(Name = nameof(running_var))] private Tensor? _runningVar;
    [ComponentName(Name = nameof(num_batches_tracked))] private Tensor? _batchesTracked;

    internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm2d))
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.Parameter(ones(num_features, dtype, device));
            bias = nn.Parameter(zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
        }
    }

    /// <summary>Channels.</summary>
    public long num_features { get; }

    /// <summary>ε, added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a new batch in the running averages; null for the plain average of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are γ and β.</summary>
    public bool affine { get; }

    /// <summary>Whether running averages are kept.</summary>
    public bool track_running_stats { get; }

    /// <summary>γ, [num_features]; null without <see cref="affine"/>.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ReplaceParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>β, [num_features], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ReplaceParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>The running mean, [num_features], or null.</summary>
    public Tensor? running_mean
    {
        get => _runningMean;
        set => ReplaceBuffer(nameof(running_mean), ref _runningMean, value);
    }

    /// <summary>The running variance (unbiased), [num_features], or null.</summary>
    public Tensor? running_var
    {
        get => _runningVar;
        set => ReplaceBuffer(nameof(running_var), ref _runningVar, value);
    }

    /// <summary>How many batches the averages have seen, a 64-bit scalar, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => ReplaceBuffer(nameof(num_batches_tracked), ref _batchesTracked, value);
    }

    /// <summary>Sets the mean to zeros, the variance to ones and the count to zero.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(_runningMean!);
        nn.init.ones_(_runningVar!);
        nn.init.zeros_(_batchesTracked!);
    }

    /// <summary>Resets the running averages, γ to ones and β to zeros.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    /// <summary>Normalises each channel.</summary>
    /// <param name="input">[B, num_features, H, W]</param>
    /// <returns>[B, num_features, H, W]</returns>
    /// <exception cref="ArgumentException">The input is not four-dimensional.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.ndim != 4) throw new ArgumentException($"expected 4D input, but got {input.ndim}D input.");
        var share = momentum ?? 0;
        if (training && _batchesTracked is not null)
        {
            using (NewDisposeScope()) _batchesTracked.add_(1);
            if (momentum is null) share = 1.0 / _batchesTracked.item<long>();
        }
        return nn.functional.batch_norm(input, _runningMean, _runningVar, _weight, _bias, training || _runningMean is null, share, eps);
    }
}
