namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, step by step (often, epoch by epoch).</summary>
            public abstract class LRScheduler
            {
                private protected readonly Optimizer _optimizer;
                private protected readonly double[] _base_lrs;
                private protected int _last_epoch;
                private readonly double[] _last_lrs;
                private readonly bool _verbose;

                /// <summary>How many steps were made.</summary>
                protected int _step_count;

                /// <summary>For derived classes, which then call <see cref="step()"/>.</summary>
                /// <param name="optimizer">The optimizer; schedules start from the initial learning rates of its groups.</param>
                /// <param name="last_epoch">The step before the first.</param>
                /// <param name="verbose">Whether to write each change to standard output.</param>
                /// <exception cref="ArgumentNullException">There is no optimizer.</exception>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                /// <summary>Sets the learning rates of the next step.</summary>
                public virtual void step() => step(null);

                /// <summary>Sets the learning rates of a step.</summary>
                /// <param name="epoch">The step; the next one if null.</param>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    var rates = (epoch is null ? get_lr() : get_closed_form_lr()).ToArray();
                    var groups = _optimizer.ParamGroups.ToArray();
                    for (var i = 0; i < _base_lrs.Length; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i]) Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        _last_lrs[i] = rates[i];
                    }
                }

                /// <summary>Sets the learning rates of a step.</summary>
                /// <param name="current">A measure of success, which only some schedules heed.</param>
                /// <param name="epoch">The step; the next one if null.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates that were set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The learning rates of the step, from those of the step before.</summary>
                protected virtual IEnumerable<double> get_lr() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The learning rates of the step, from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();
            }

            /// <summary>The schedules' classes.</summary>
            public static partial class impl
            {
                /// <summary>lr ← γ · lr at every step.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    /// <inheritdoc cref="lr_scheduler.ExponentialLR"/>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 ? base.get_lr() : base.get_lr().Select(lr => lr * _gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(lr => lr * Math.Pow(_gamma, _last_epoch));
                }

                /// <summary>lr ← γ · lr at every n-th step.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _step_size;
                    private readonly double _gamma;

                    /// <inheritdoc cref="lr_scheduler.StepLR"/>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _step_size = step_size;
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 || _last_epoch % _step_size != 0 ? base.get_lr() : base.get_lr().Select(lr => lr * _gamma);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(lr => lr * Math.Pow(_gamma, _last_epoch / _step_size));
                }

                /// <summary>lr = initial lr · f(step).</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lr_lambdas;

                    /// <inheritdoc cref="lr_scheduler.LambdaLR"/>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()), last_epoch, verbose) { }

                    /// <summary>lr = initial lr · f(step), each group with an f of its own.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="lr_lambdas">An f for each group.</param>
                    /// <param name="last_epoch">The step before the first.</param>
                    /// <param name="verbose">Whether to write each change to standard output.</param>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lr_lambdas = [.. lr_lambdas];
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => _base_lrs.Zip(_lr_lambdas, (lr, factor) => lr * factor(_last_epoch));
                }

                /// <summary>lr = η + (initial lr − η) (1 + cos(π step / T)) / 2.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    /// <inheritdoc cref="lr_scheduler.CosineAnnealingLR"/>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0) return base.get_lr();
                        // At the turn the quotient below is 0 / 0.
                        if ((_last_epoch - 1 - _T_max) % (2 * _T_max) == 0)
                            return base.get_lr().Zip(_base_lrs, (lr, first) => lr + (first - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2);
                        var factor = (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _T_max));
                        return base.get_lr().Select(lr => factor * (lr - _eta_min) + _eta_min);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        _base_lrs.Select(lr => _eta_min + (lr - _eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / 2);
                }
            }

            /// <summary>lr ← γ · lr at every step.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="gamma">γ.</param>
            /// <param name="last_epoch">The step before the first.</param>
            /// <param name="verbose">Whether to write each change to standard output.</param>
            /// <remarks>
            /// Made for an optimizer whose learning rate was restored, it goes on from there: the first step leaves it as it is.
            /// </remarks>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>lr ← γ · lr at every n-th step.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="step_size">n.</param>
            /// <param name="gamma">γ.</param>
            /// <param name="last_epoch">The step before the first.</param>
            /// <param name="verbose">Whether to write each change to standard output.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>lr = initial lr · f(step).</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="lr_lambda">f, from the step, 0 first, to a factor.</param>
            /// <param name="last_epoch">The step before the first.</param>
            /// <param name="verbose">Whether to write each change to standard output.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>lr = η + (initial lr − η) (1 + cos(π step / T)) / 2 (Loshchilov and Hutter 2017).</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="T_max">T, the step of the smallest learning rate.</param>
            /// <param name="eta_min">η, the smallest learning rate.</param>
            /// <param name="last_epoch">The step before the first.</param>
            /// <param name="verbose">Whether to write each change to standard output.</param>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
        }
    }
}
