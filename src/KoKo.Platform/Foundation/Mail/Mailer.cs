using KoKo.Platform.Foundation.Data;
using Microsoft.Extensions.Options;
using MimeKit;

namespace KoKo.Platform.Foundation.Mail;

/// <summary>One plain-text mail. The key names it, so that a second attempt replaces the first instead of doubling it.</summary>
internal sealed record Letter(string Key, string To, string Subject, string Text)
{
    /// <summary>For what comes again and again: where its reader takes it off, by opening the address or by one click of her mail program (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }
}

/// <summary>Writes mails as <c>.eml</c> files into the data folder. Only outbox handlers send.</summary>
internal sealed class Mailer(IOptions<DataOptions> data, TimeProvider clock)
{
    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage
        {
            Subject = OneLine(letter.Subject),
            Date = clock.GetUtcNow(),
            Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(new MailboxAddress("KoKo Plattform", "no-reply@koko-platform.example"));
        message.To.Add(MailboxAddress.Parse(OneLine(letter.To)));

        if (letter.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        var folder = Directory.CreateDirectory(System.IO.Path.Combine(data.Value.FullPath, "mail")).FullName;
        var file = System.IO.Path.Combine(folder, $"{letter.Key}.eml");
        await using (var stream = File.Create(file + ".part"))
        {
            await message.WriteToAsync(stream, cancellationToken);
        }

        File.Move(file + ".part", file, overwrite: true);
    }

    // A line break in a header would start another header.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
