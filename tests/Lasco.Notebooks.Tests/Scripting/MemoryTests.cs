namespace Lasco.Notebooks.Tests.Scripting;

public sealed class MemoryTests : SessionTest
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void Five_hundred_cells_keep_little()
    {
        Value("1");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 500; i++)
            Value($"var v{i} = {i}; v{i} + 1");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 150L << 20);
    }
}
