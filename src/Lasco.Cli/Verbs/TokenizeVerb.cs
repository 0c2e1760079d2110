using System.CommandLine;
using Lasco.Research.Text;

namespace Lasco.Cli.Verbs;

internal static class TokenizeVerb
{
    public static Command Create()
    {
        var tokenizer = new Option<string>("--tokenizer") { Description = "bert (WordPiece) or clip (byte-level BPE).", Required = true };
        tokenizer.AcceptOnlyFromAmong("bert", "clip");
        var vocabulary = new Option<string>("--vocab") { Description = "BERT's vocab.txt, or CLIP's bpe_simple_vocab_16e6.txt.gz.", Required = true };
        var command = new Command("tokenize", "Reads JSON lines {\"text\": …} on standard input and writes {\"input_ids\": […]} for each.") { tokenizer, vocabulary };
        command.SetAction((parse, _) =>
        {
            string file = parse.GetRequiredValue(vocabulary);
            Func<string, int[]> encode;
            if (parse.GetValue(tokenizer) == "bert")
            {
                var bert = BertTokenizer.Load(file);
                encode = text => bert.Encode(text);
            }
            else
            {
                var clip = ClipTokenizer.Load(file);
                encode = text => clip.Encode(text);
            }

            TokenizeLines.Run(encode, Console.OpenStandardInput(), Console.OpenStandardOutput());
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
