using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Torch.Tests.NN;

public class ModuleTests
{
    private abstract class Base : Module<Tensor, Tensor>
    {
        private readonly Linear hidden = Linear(2, 2);
        protected readonly Parameter shift = new(zeros(2));
        private readonly Tensor table = arange(3);

        protected Base(string name) : base(name) { }

        public override Tensor forward(Tensor input) => hidden.call(input) + shift + table.sum();
    }

    private sealed class Derived : Base
    {
        [ComponentName(Name = "LayerNorm")] private readonly LayerNorm norm = LayerNorm(2);
        public readonly Linear open = Linear(2, 2, hasBias: false);
        private readonly Linear[] array = [Linear(2, 2)];
        private readonly List<Parameter> list = [new(zeros(1))];
        [ComponentName(Name = "scale")] private readonly Parameter _scale = new(ones(2));
        private readonly Linear? absent = null;

        public Derived() : base(nameof(Derived))
        {
            register_buffer("position_ids", arange(4), persistent: false);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => norm.call(open.call(base.forward(input)) * _scale) + array.Length + list.Count + (absent is null ? 0 : 1);
    }

    [Fact]
    public void State_dict_lists_parameters_then_persistent_buffers_of_derived_and_base_fields()
    {
        using var module = new Derived();
        Assert.Equal(
            ["scale", "shift", "LayerNorm.weight", "LayerNorm.bias", "open.weight", "hidden.weight", "hidden.bias", "table"],
            module.state_dict().Keys);
        Assert.Equal(["encoder.scale", "encoder.shift"], module.state_dict(prefix: "encoder").Keys.Take(2));
    }

    [Fact]
    public void Non_persistent_buffers_are_buffers_but_no_state()
    {
        using var module = new Derived();
        Assert.Equal(["position_ids", "table"], module.named_buffers().Select(b => b.name));
        Assert.Equal(["table"], module.named_buffers(include_nonpersistent: false).Select(b => b.name));
        Assert.DoesNotContain("position_ids", module.state_dict().Keys);
    }

    [Fact]
    public void Traversal_lists_own_parameters_and_modules_breadth_before_depth()
    {
        using var module = new Derived();
        Assert.Equal(["scale", "shift"], module.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal(["LayerNorm", "open", "hidden"], module.named_children().Select(c => c.name));
        using var nested = Sequential(("a", Sequential(Linear(1, 1))), ("b", Linear(1, 1)));
        Assert.Equal(["a", "b", "a.0"], nested.named_modules().Select(m => m.name));
        Assert.Same(nested.get_parameter("a.0.weight"), ((Linear)((Sequential)nested[0])[0]).weight);
        Assert.True(module.has_buffer("table"));
        Assert.False(module.has_parameter("hidden.scale"));
    }

    private sealed class Tied : Module
    {
        private readonly Linear encoder = Linear(2, 3, hasBias: false);
        private readonly Linear decoder = Linear(2, 3, hasBias: false);

        public Tied() : base(nameof(Tied))
        {
            decoder.weight = encoder.weight;
            RegisterComponents();
        }
    }

    [Fact]
    public void A_shared_parameter_is_listed_once_but_has_both_keys()
    {
        using var module = new Tied();
        Assert.Single(module.parameters());
        Assert.Equal(["encoder.weight", "decoder.weight"], module.state_dict().Keys);
    }

    private sealed class Open : Module
    {
        public Open() : base(nameof(Open)) { }
    }

    [Fact]
    public void Registration_refuses_dots_empty_names_and_duplicates()
    {
        using var module = new Open();
        using var child = Linear(1, 1);
        Assert.Equal("module name can't contain \".\", got: a.b", Assert.Throws<ArgumentException>(() => module.register_module("a.b", child)).Message);
        Assert.Throws<ArgumentException>(() => module.register_module("", child));
        module.register_module("a", child);
        Assert.Equal("Sub-module a is already registered.", Assert.Throws<InvalidOperationException>(() => module.register_module("a", child)).Message);
        module.register_parameter("p", new Parameter(zeros(1)));
        Assert.Throws<InvalidOperationException>(() => module.register_parameter("p", new Parameter(zeros(1))));
        module.register_buffer("b", zeros(1));
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", zeros(1)));
        Assert.Throws<ArgumentNullException>(() => module.register_buffer("c", null!));
    }

    [Fact]
    public void Training_mode_reaches_every_module_below()
    {
        using var module = Sequential(Linear(1, 1), Sequential(Dropout()));
        Assert.All(module.modules(), m => Assert.True(m.training));
        module.eval();
        Assert.False(module.training);
        Assert.All(module.modules(), m => Assert.False(m.training));
        module.train();
        Assert.All(module.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void Apply_visits_children_before_their_parent()
    {
        using var module = Sequential(Linear(1, 1), Sequential(GELU()));
        var visited = new List<string>();
        module.apply(m => visited.Add(m.GetName()));
        Assert.Equal(["Linear", "GELU", "Sequential", "Sequential"], visited);
    }

    [Fact]
    public void Zero_grad_drops_gradients_or_fills_them_with_zeros()
    {
        using var scope = NewDisposeScope();
        using var module = Linear(2, 1);
        module.call(ones(1, 2)).sum().backward();
        module.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], module.weight.grad!.data<float>().ToArray());
        module.zero_grad();
        Assert.Null(module.weight.grad);
    }

    [Fact]
    public void Hooks_change_inputs_and_results_until_they_are_removed()
    {
        using var scope = NewDisposeScope();
        using var module = Identity();
        var order = new List<string>();
        var add = module.register_forward_pre_hook((_, x) => x + 1);
        var twice = module.register_forward_hook((_, x, y) => y * 2 + x);
        module.register_forward_pre_hook((Action<Module>)(_ => order.Add("before")));
        module.register_forward_hook((Action<Module>)(_ => order.Add("after")));
        Assert.Equal(6, module.call(ones(1)).item<float>());
        add.remove();
        add.remove();
        Assert.Equal(3, module.call(ones(1)).item<float>());
        twice.remove();
        Assert.Equal(1, module.call(ones(1)).item<float>());
        Assert.Equal(["before", "after", "before", "after", "before", "after"], order);
    }

    [Fact]
    public void Conversion_keeps_parameters_their_gradients_and_integers()
    {
        using var scope = NewDisposeScope();
        using var module = Sequential(Conv2d(1, 2, 1), BatchNorm2d(2));
        var weight = module.get_parameter("0.weight")!;
        var before = weight.data<float>().ToArray();
        module.call(ones(1, 1, 2, 2)).sum().backward();
        Assert.Same(module, module.to(ScalarType.Float64));
        Assert.Same(weight, module.get_parameter("0.weight"));
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.Equal(before.Select(x => (double)x), weight.data<double>().ToArray());
        Assert.Equal(ScalarType.Float64, weight.grad!.dtype);
        Assert.True(weight.requires_grad && weight.is_leaf);
        Assert.Equal(ScalarType.Float64, module.get_buffer("1.running_var")!.dtype);
        Assert.Equal(ScalarType.Int64, module.get_buffer("1.num_batches_tracked")!.dtype);
        module.zero_grad();
        module.call(ones(1, 1, 2, 2, ScalarType.Float64)).sum().backward();
        Assert.NotNull(weight.grad);
        Assert.Throws<ArgumentException>(() => module.to(ScalarType.Int64));
    }

    [Fact]
    public void A_module_outlives_the_scope_it_was_made_in()
    {
        Derived module;
        using (NewDisposeScope()) module = new Derived();
        Assert.All(module.state_dict().Values, t => Assert.False(t.IsInvalid));
        module.Dispose();
    }

    [Fact]
    public void A_parameter_takes_the_place_of_its_tensor()
    {
        Parameter parameter;
        using (var scope = NewDisposeScope())
        {
            var data = zeros(2);
            parameter = new Parameter(data);
            Assert.True(data.IsInvalid);
            Assert.True(parameter.requires_grad);
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.True(parameter.IsInvalid);
        using var frozen = new Parameter(zeros(2), requires_grad: false);
        Assert.False(frozen.requires_grad);
    }
}

[Collection(nameof(Alone))]
public class ModuleDisposalTests
{
    [Fact]
    public void Disposal_frees_everything()
    {
        Alone.Settle();
        var before = Tensor.TotalCount;
        var module = Sequential(
            Conv2d(3, 4, 3), BatchNorm2d(4), ReLU(), AdaptiveAvgPool2d(1), Identity(),
            Sequential(("norm", LayerNorm(4)), ("gelu", GELU())));
        var list = ModuleList(Linear(2, 2), Linear(2, 2));
        var table = Embedding(3, 4, padding_idx: 1);
        Assert.True(Tensor.TotalCount > before);
        module.Dispose();
        module.Dispose();
        list.Dispose();
        table.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }
}
