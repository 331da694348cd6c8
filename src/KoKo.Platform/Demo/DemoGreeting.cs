using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KoKo.Platform.Demo;

/// <summary>Tells a person at the terminal where to go and who to be.</summary>
internal static class DemoGreeting
{
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"""

                KoKo Platform with the demo world

                  Hub          {address}
                  Swagger UI   {address}/swagger
                  OpenAPI      {address}/openapi/v1.json

                  Sign in at {address}/anmelden with the password {DemoWorld.Secret} as, for instance
                    editor@duisburg.example          writes cases
                    reviewer@duisburg.example        reviews them
                    releaser@duisburg.example        releases and publishes them
                    reader@krefeld.example           searches
                    administrator@krefeld.example    asks mediators
                    mediatorin1@mediation.example    is a mediator
                    administrator@office.example     runs the network

                  Apps: client id demo-<slug>, secret {DemoWorld.Secret}, for instance demo-duisburg

                """);
        }
    });
}
