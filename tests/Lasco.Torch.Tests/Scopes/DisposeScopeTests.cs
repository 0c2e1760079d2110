using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Scopes;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_of_what_was_made_in_it()
    {
        Tensor inner;
        using var outside = zeros(1);
        using (NewDisposeScope()) inner = zeros(1) + outside;
        Assert.True(inner.IsInvalid);
        Assert.False(outside.IsInvalid);
    }

    [Fact]
    public void Moving_out_hands_a_tensor_to_the_scope_around()
    {
        using var outer = NewDisposeScope();
        Tensor kept;
        using (var inner = NewDisposeScope())
        {
            kept = zeros(1).MoveToOuterDisposeScope();
            Assert.Equal(0, inner.DisposablesCount);
            Assert.True(outer.Contains(kept));
        }
        Assert.False(kept.IsInvalid);
        outer.Dispose();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Moving_out_of_the_outermost_scope_detaches()
    {
        Tensor kept;
        using (NewDisposeScope()) kept = zeros(1).MoveToOuterDisposeScope();
        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void Detached_tensors_outlive_all_scopes_until_attached_again()
    {
        Tensor tensor;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope()) tensor = zeros(1).DetachFromDisposeScope();
            Assert.False(outer.Contains(tensor));
            outer.Attach(tensor);
            Assert.True(outer.Contains(tensor));
        }
        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void Attaching_takes_a_tensor_from_the_scope_that_had_it()
    {
        using var outer = NewDisposeScope();
        var tensor = zeros(1);
        using (var inner = NewDisposeScope())
        {
            inner.Attach(tensor);
            Assert.False(outer.Contains(tensor));
        }
        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void Tensors_follow_another_tensors_scope()
    {
        using var outer = NewDisposeScope();
        var anchor = zeros(1);
        using (NewDisposeScope())
        {
            var tensor = zeros(1).MoveToOtherDisposeScope(anchor);
            Assert.True(outer.Contains(tensor));
        }
        Assert.Equal(2, outer.DisposablesCount);
    }

    [Fact]
    public void Everything_but_some_can_be_disposed_of()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (zeros(1), zeros(1), zeros(1));
        Assert.Same(b, scope.DisposeEverythingBut(b));
        Assert.True(a.IsInvalid && c.IsInvalid && !b.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(b.IsInvalid);
        Assert.Same(scope, CurrentDisposeScope);
    }

    [Fact]
    public void Disposing_by_hand_leaves_the_scope()
    {
        using var scope = NewDisposeScope();
        zeros(1).Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Outer_scopes_may_end_before_inner_ones()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
        Assert.Throws<ObjectDisposedException>(() => inner.DisposablesCount);
    }

    [Fact]
    public void Each_thread_has_scopes_of_its_own()
    {
        using var scope = NewDisposeScope();
        DisposeScope? other = scope;
        var thread = new Thread(() => other = CurrentDisposeScope);
        thread.Start();
        thread.Join();
        Assert.Null(other);
    }

    [Fact]
    public void Statistics_count_this_threads_tensors()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        var outside = zeros(1);
        using (var scope = NewDisposeScope())
        {
            zeros(1);
            zeros(1).DetachFromDisposeScope().Dispose();
            scope.Attach(outside);
        }
        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
        Assert.Equal(1, statistics.AttachedToScopeCount);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void The_value_of_a_wrapped_expression_alone_survives()
    {
        using var scope = NewDisposeScope();
        var value = WrappedTensorDisposeScope(() => (zeros(2) + 1) * 3);
        Assert.Equal(1, scope.DisposablesCount);
        Same.Values([3f, 3f], value);
    }
}
