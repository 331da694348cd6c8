using System.Text.RegularExpressions;

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>The folder in which the platform leaves its mails.</summary>
internal sealed partial class Mailbox(string folder)
{
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(60);

    /// <summary>Waits for a mail to this address with a link of this kind, and takes the link's path: mails name the installation's usual address.</summary>
    public async Task<string> LinkAsync(string to, string start)
    {
        var begun = TimeProvider.System.GetTimestamp();
        do
        {
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
            {
                var mail = SoftBreak().Replace(await File.ReadAllTextAsync(file), "");
                if (mail.Contains($"To: {to}", StringComparison.Ordinal) && Links().Matches(mail).Select(link => link.Groups[1].Value).FirstOrDefault(path => path.StartsWith(start, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }
            }

            await Task.Delay(200);
        }
        while (TimeProvider.System.GetElapsedTime(begun) < DeliveryLimit);

        throw new InvalidOperationException($"No mail to {to} with a link to {start} in {DeliveryLimit}.");
    }

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"https?://[^/\s]+(/\S+)")]
    private static partial Regex Links();
}
