using System.Text.RegularExpressions;
using KoKo.Platform.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace KoKo.Platform.Tests.World;

/// <summary>The mails the platform wrote, as a person reads them.</summary>
public sealed partial class PlatformWorld
{
    /// <summary>The newest mail to this address, after the outbox has done what is due.</summary>
    /// <param name="about">Words of its subject.</param>
    internal async Task<MimeMessage> MailToAsync(string address, string about = "")
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            await Services.GetRequiredService<OutboxWorker>().DrainAsync(TestContext.Current.CancellationToken);
            if (Directory.Exists(MailFolder) && Newest(address, about) is { } mail)
            {
                return mail;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken); // the platform's own worker may hold the message
        }

        throw new InvalidOperationException($"There is no mail to {address}.");
    }

    /// <summary>All mails with these words in their subject.</summary>
    internal IReadOnlyList<MimeMessage> Mails(string about) => !Directory.Exists(MailFolder)
        ? []
        : [.. Directory.EnumerateFiles(MailFolder, "*.eml").Select(file => MimeMessage.Load(file)).Where(mail => mail.Subject?.Contains(about, StringComparison.Ordinal) == true)];

    /// <summary>The token of the one-time link in a mail.</summary>
    internal static string TokenIn(MimeMessage mail) => Link().Match(mail.TextBody!).Groups[1].Value;

    private MimeMessage? Newest(string address, string about) => new DirectoryInfo(MailFolder).EnumerateFiles("*.eml")
        .OrderByDescending(file => file.LastWriteTimeUtc)
        .Select(file => MimeMessage.Load(file.FullName))
        .FirstOrDefault(mail => mail.To.Mailboxes.Any(to => to.Address == address) && mail.Subject?.Contains(about, StringComparison.Ordinal) == true);

    [GeneratedRegex("/einladung/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
