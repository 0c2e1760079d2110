using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Checkpoints;

/// <summary>Mutated files are read, or refused as bad input; nothing else may happen.</summary>
public class CheckpointFuzzTests : CheckpointTest
{
    [Theory]
    [InlineData("linear.pth")]
    [InlineData("layouts.pth")]
    [InlineData("leaves.pth")]
    [InlineData("dtypes.pth")]
    [InlineData("protocol4.pth")]
    [InlineData("script.pt")]
    public void Mutated_archives(string name)
    {
        byte[] archive = File.ReadAllBytes(Fixture("pth", name));
        int read = Fuzz(archive, 600, seed: 1, (random, bytes) => random.Next(3) switch
        {
            0 => Math.Min(bytes.Length - 1, 64 + random.Next(1200)),
            1 => bytes.Length - 1 - random.Next(Math.Min(bytes.Length, 600)),
            _ => random.Next(bytes.Length),
        });
        Assert.InRange(read, 1, 599);
    }

    [Fact]
    public void Mutated_safetensors()
    {
        using var scope = torch.NewDisposeScope();
        string path = Temporary("seed.safetensors");
        SafetensorsWriter.Write(path, new Dictionary<string, Tensor>
        {
            ["weight"] = torch.ones(3, 4), ["flags"] = torch.tensor(new[] { true, false }), ["half"] = torch.ones(2, dtype: ScalarType.Float16),
            ["empty"] = torch.empty(0, 3),
        }, new Dictionary<string, string> { ["format"] = "pt" });
        byte[] content = File.ReadAllBytes(path);

        int read = Fuzz(content, 3000, seed: 2, (random, bytes) => random.Next(bytes.Length));

        Assert.InRange(read, 1, 2999);
    }

    private int Fuzz(byte[] original, int rounds, int seed, Func<Random, byte[], int> place)
    {
        var random = new Random(seed);
        int read = 0;
        long largest = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] mutant = [.. original];
            for (int i = random.Next(1, 4); i > 0; i--)
                Mutate(random, ref mutant, place);

            using var scope = torch.NewDisposeScope();
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Checkpoint.Load(Temporary("mutant", mutant));
                read++;
            }
            catch (InputException)
            {
            }

            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(largest, 0, 4 << 20);
        return read;
    }

    private static void Mutate(Random random, ref byte[] bytes, Func<Random, byte[], int> place)
    {
        int at = place(random, bytes);
        switch (random.Next(6))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes[at] = (byte)(random.Next(2) * 255); break;
            case 3: bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 9))..]]; break;
            case 4: bytes = [.. bytes[..at], .. bytes[at..Math.Min(bytes.Length, at + random.Next(1, 9))], .. bytes[at..]]; break;
            default:
                int length = Math.Min(random.Next(1, 9), bytes.Length - at), from = random.Next(bytes.Length - length);
                bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(at));
                break;
        }

        if (bytes.Length == 0)
            bytes = [0];
    }
}
