using KoKo.Platform.Demo;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace KoKo.Platform.Tests.Features.Mediators.Requests;

public sealed class MediationMailTests(PlatformWorld world)
{
    [Fact]
    public async Task Both_sides_hear_of_a_request_and_of_its_answer_without_each_others_address()
    {
        var mediator = await world.ListedMediatorAsync();
        var organiser = DemoTenants.Mail(Roles.Organiser, "kreis-olpe");
        var sent = await mediator.AskedByAsync(await world.PersonAsync(Roles.Organiser, "kreis-olpe"), (await mediator.SlotsAsync())[0]);
        Assert.Equal(["Neue Anfrage"], await SubjectsAsync(mediator.Mail, 1));

        await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id });

        Assert.Equal(["Neue Anfrage", "Termin zugesagt"], await SubjectsAsync(mediator.Mail, 2));
        var letters = await LettersAsync(organiser, letter => Text(letter).Contains(sent.MediatorName, StringComparison.Ordinal), 2);
        Assert.Equal(["Ihre Anfrage ist unterwegs", "Zusage zu Ihrer Anfrage"], letters.Select(Subject));
        Assert.All(letters, letter => Assert.DoesNotContain('@', Text(letter)));
        Assert.All(letters, letter => Assert.DoesNotContain("Stabsstelle", Text(letter), StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> SubjectsAsync(string address, int count) => (await LettersAsync(address, _ => true, count)).Select(Subject);

    private async Task<IReadOnlyList<MimeMessage>> LettersAsync(string address, Func<MimeMessage, bool> wanted, int count)
    {
        List<MimeMessage> letters = [];
        for (var attempt = 0; attempt < 600 && letters.Count < count; attempt++)
        {
            await Task.Delay(attempt == 0 ? 0 : 50, TestContext.Current.CancellationToken); // the platform's own worker may hold the message
            await world.Services.GetRequiredService<OutboxWorker>().DrainAsync(TestContext.Current.CancellationToken);
            letters = [.. Directory.Exists(world.MailFolder) ? Directory.GetFiles(world.MailFolder, "*.eml").OrderBy(NumberOf).Select(file => MimeMessage.Load(file, TestContext.Current.CancellationToken)).Where(letter => letter.To.Mailboxes.Single().Address == address && wanted(letter)) : []];
        }

        return letters;
    }

    private static long NumberOf(string file) => long.Parse(Path.GetFileNameWithoutExtension(file).Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(MimeMessage letter) => letter.TextBody ?? "";

    private static string Subject(MimeMessage letter) => letter.Subject!.Replace("KoKo Plattform: ", "", StringComparison.Ordinal);
}
