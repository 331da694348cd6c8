namespace KoKo.Platform.Foundation.Mail;

internal static class MailSetup
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Mailer>();
        return builder;
    }
}
