namespace Lasco.Notebooks.Tests.Scripting;

public sealed class MemoryTests : SessionTest
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void A_hundred_cells_keep_less_than_a_megabyte_each()
    {
        Value("1");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 100; i++)
            Value($"var v{i} = {i}; v{i} + 1");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 100L << 20);
    }
}
