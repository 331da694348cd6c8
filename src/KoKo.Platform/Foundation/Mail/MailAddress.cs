using MimeKit;

namespace KoKo.Platform.Foundation.Mail;

internal static class MailAddress
{
    public const int Longest = 254;

    /// <summary>One bare address that a letter can be sent to: no display name, no list.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: <= Longest } && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && mailbox.Domain.Contains('.', StringComparison.Ordinal);
}
