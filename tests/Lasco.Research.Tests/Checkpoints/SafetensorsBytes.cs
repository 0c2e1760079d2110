using System.Buffers.Binary;
using System.Text;

namespace Lasco.Research.Tests.Checkpoints;

/// <summary>Safetensors files by hand, honest or not.</summary>
internal static class SafetensorsBytes
{
    public static byte[] File(string header, int dataBytes, ulong? declared = null) => File(Encoding.UTF8.GetBytes(header), dataBytes, declared);

    public static byte[] File(byte[] header, int dataBytes, ulong? declared = null)
    {
        byte[] file = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, declared ?? (ulong)header.Length);
        header.CopyTo(file, 8);
        return file;
    }
}
