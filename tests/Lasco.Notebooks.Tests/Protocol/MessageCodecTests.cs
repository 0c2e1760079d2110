using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Tests.Protocol;

public sealed class MessageCodecTests
{
    private static readonly byte[] Key = "a key of some length"u8.ToArray();

    [Fact]
    public void What_is_encoded_is_decoded()
    {
        byte[] content = JsonText.Object(json => json.WriteString("code", "var s = \"𝄞 \\\"é\\\"\";\n// \u0001 </script>"));
        var message = new MessageCodec(Key).Decode(new MessageCodec(Key).Encode([[1, 0, 2], []], "execute_request", null, content));

        Assert.Equal("execute_request", message.Type);
        Assert.Equal([[1, 0, 2], []], message.Identities);
        Assert.Equal("var s = \"𝄞 \\\"é\\\"\";\n// \u0001 </script>", message.Content.Text("code"));
    }

    /// <summary>Jupyter's own Session, given this key, accepts exactly the digits that HMAC-SHA256 over the four JSON frames has.</summary>
    [Fact]
    public void The_signature_is_hmac_sha256_in_lower_case_hexadecimal_digits()
    {
        byte[][] frames = new MessageCodec(Key).Encode(["topic"u8.ToArray()], "status", null, "{}"u8.ToArray());
        byte[] signed = [.. frames[3], .. frames[4], .. frames[5], .. frames[6]];
        Assert.Equal("<IDS|MSG>", Encoding.ASCII.GetString(frames[1]));
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed)), Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void The_header_has_all_that_strict_clients_look_for()
    {
        var codec = new MessageCodec(Key);
        var headers = Enumerable.Range(0, 3).Select(_ => JsonElement.Parse(codec.Encode([], "status", null, "{}"u8.ToArray())[2])).ToArray();
        foreach (var header in headers)
        {
            Assert.Equal("5.3", header.GetProperty("version").GetString());
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z$", header.GetProperty("date").GetString());
            Assert.Equal(["msg_id", "session", "username", "date", "msg_type", "version"], header.EnumerateObject().Select(member => member.Name));
        }

        Assert.Equal(3, headers.Select(header => header.GetProperty("msg_id").GetString()).Distinct().Count());
    }

    [Fact]
    public void The_parents_header_is_echoed_byte_by_byte()
    {
        byte[] odd = """{ "msg_type":"x","date":"2026-01-01T00:00:00.123456+00:00" ,"more":[1.50]}"""u8.ToArray();
        Assert.Equal(odd, new MessageCodec(Key).Encode([], "status", odd, "{}"u8.ToArray())[3]);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_nothing_is_checked()
    {
        byte[][] frames = new MessageCodec([]).Encode([], "status", null, "{}"u8.ToArray());
        Assert.Empty(frames[1]);
        frames[1] = "anything"u8.ToArray();
        Assert.Equal("status", new MessageCodec([]).Decode(frames).Type);
    }

    [Fact]
    public void Another_key_is_not_accepted() =>
        Assert.Contains("signature", Reject(new MessageCodec("another"u8.ToArray()).Encode([], "status", null, "{}"u8.ToArray())));

    /// <summary>Every byte of every signed frame counts, and those of the signature too.</summary>
    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        byte[][] frames = Valid();
        for (int frame = 2; frame < frames.Length; frame++)
        {
            for (int i = 0; i < frames[frame].Length; i++)
            {
                frames[frame][i] ^= 1;
                Assert.Contains("signature", Reject(frames));
                frames[frame][i] ^= 1;
            }
        }

        Assert.Equal("execute_request", new MessageCodec(Key).Decode(frames).Type);
    }

    [Fact]
    public void Missing_frames_are_named()
    {
        byte[][] frames = Valid();
        for (int count = 0; count < frames.Length; count++)
            Assert.Contains(count < 2 ? "delimiter" : "too few frames", Reject(frames[..count]));
    }

    [Theory]
    [InlineData("[]", "content is not a JSON object")]
    [InlineData("null", "content is not a JSON object")]
    [InlineData("{", "content is not JSON")]
    [InlineData("", "content is not JSON")]
    [InlineData("{} {}", "content is not JSON")]
    public void Signed_nonsense_is_refused(string content, string problem) =>
        Assert.Contains(problem, Reject(new MessageCodec(Key).Encode([], "execute_request", null, Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Contains("content is not JSON", Reject(new MessageCodec(Key).Encode([], "x", null, Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 1_000_000)))));

    [Fact]
    public void A_header_without_a_type_is_refused() => Assert.Contains("msg_type", Reject(new MessageCodec(Key).Encode([], "", null, "{}"u8.ToArray())));

    /// <summary>Whatever arrives, the answer is a message or an <see cref="InvalidDataException"/>, with a key and without.</summary>
    [Fact]
    public void Random_frames_never_cause_another_exception()
    {
        var random = new Random(1);
        MessageCodec[] codecs = [new(Key), new([])];
        int decoded = 0;
        for (int round = 0; round < 20_000; round++)
        {
            var frames = Valid().ToList();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(frames.Count);
                switch (random.Next(5))
                {
                    case 0 when frames.Count > 1: frames.RemoveAt(at); break;
                    case 1: frames.Insert(at, RandomBytes(random)); break;
                    case 2: frames[at] = RandomBytes(random); break;
                    case 3: frames[at] = frames[at][..random.Next(frames[at].Length + 1)]; break;
                    default: frames[at] = frames[random.Next(frames.Count)]; break;
                }
            }

            try
            {
                codecs[round % 2].Decode(frames);
                decoded++;
            }
            catch (InvalidDataException)
            {
            }
        }

        Assert.InRange(decoded, 1, 19_999);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_break_a_message()
    {
        byte[] content = Contents.Stream("a\ud83d", error: false);
        Assert.Equal("a\ufffd", JsonElement.Parse(content).GetProperty("text").GetString());
    }

    private static byte[][] Valid() => new MessageCodec(Key).Encode(["client"u8.ToArray()], "execute_request", null, """{"code":"1 + 1"}"""u8.ToArray());

    private static string Reject(IReadOnlyList<byte[]> frames) => Assert.Throws<InvalidDataException>(() => new MessageCodec(Key).Decode(frames)).Message;

    private static byte[] RandomBytes(Random random)
    {
        byte[] bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }
}
