using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What all optimizers share: groups of parameters, each with a state, which can be saved and restored.</summary>
public abstract class OptimizerHelper : Optimizer
{
    private protected sealed record Group(ParamGroup Settings, Parameter[] Parameters, OptimizerState[] States);

    private readonly List<Group> _groups = [];
    private readonly HashSet<Parameter> _known = new(ReferenceEqualityComparer.Instance);

    private protected OptimizerHelper() { }

    /// <inheritdoc/>
    public override IEnumerable<ILearningRateController> ParamGroups => _groups.Select(group => group.Settings);

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

    /// <inheritdoc/>
    public override void zero_grad()
    {
        foreach (var group in _groups)
        {
            using var handles = new TensorHandles(group.Parameters);
            LibTorch.lt_zero_grad(handles.Span, handles.Count, false);
        }
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        CompleteOptions(param_group);
        var parameters = param_group.Parameters.ToArray();
        var options = param_group.Options!;
        options.InitialLearningRate = options.LearningRate!.Value;
        foreach (var parameter in parameters)
            if (!_known.Add(parameter))
                throw new ArgumentException("some parameters appear in more than one parameter group");
        param_group.Parameters = parameters;
        var states = new OptimizerState[parameters.Length];
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = NewState(parameters[i]);
            states[i].Initialize(options);
        }
        _groups.Add(new(param_group, parameters, states));
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad()) loss = closure();
        foreach (var group in _groups) Update(group);
        return loss;
    }

    /// <summary>The optimizer's settings and state: its own objects, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _groups)
        {
            result.Options.Add(group.Settings.Options!);
            result.StateIndexRef.Add([.. Enumerable.Range(result.State.Count, group.States.Length)]);
            result.State.AddRange(group.States);
        }
        return result;
    }

    /// <summary>Copies settings and state from another optimizer of the same kind, groups and shapes.</summary>
    /// <param name="state_dict">What that optimizer's <see cref="state_dict()"/> gave.</param>
    /// <exception cref="ArgumentException">The groups, the parameters or their shapes differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
            if (own.Options[i] != state_dict.Options[i]) own.Options[i].LoadStateDict(state_dict.Options[i]);
        for (var i = 0; i < own.State.Count; i++)
            if (own.State[i] != state_dict.State[i]) own.State[i].LoadStateDict(state_dict.State[i]);
    }

    /// <summary>Writes settings and state to a file, which only this API reads.</summary>
    /// <param name="location">The file.</param>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Reads settings and state from a file.</summary>
    /// <param name="location">A file that <see cref="save_state_dict(string)"/> wrote.</param>
    /// <exception cref="InvalidDataException">The file is of another kind of optimizer.</exception>
    /// <exception cref="ArgumentException">The groups, the parameters or their shapes differ.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Writes settings and state.</summary>
    /// <param name="writer">Where to.</param>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        var own = state_dict();
        writer.Write7BitEncodedInt64(own.Options.Count);
        writer.Write7BitEncodedInt64(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
        writer.Flush();
    }

    /// <summary>Reads settings and state.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">They are of another kind of optimizer.</exception>
    /// <exception cref="ArgumentException">The groups, the parameters or their shapes differ.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{kind}' in the loaded stream.");
        var own = state_dict();
        CheckCounts(own, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    /// <summary>Moves the state to another device.</summary>
    /// <param name="device">The device.</param>
    public void to(Device device)
    {
        foreach (var group in _groups)
            foreach (var state in group.States) state.to(device);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var group in _groups)
            foreach (var state in group.States) (state as IDisposable)?.Dispose();
    }

    /// <summary>Gives the group the optimizer's own settings where it has none.</summary>
    private protected abstract void CompleteOptions(ParamGroup group);

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>One step of a group.</summary>
    private protected abstract void Update(Group group);

    private protected static TOptions OptionsOf<TOptions>(ParamGroup group) where TOptions : OptimizerOptions, new() =>
        (group.Options ??= new TOptions()) as TOptions
        ?? throw new ArgumentException($"the parameter group has settings of type {group.Options.GetType()}, not {typeof(TOptions)}");

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of parameter groups: {options}, not {own.Options.Count}.");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states: {states}, not {own.State.Count}.");
    }
}
