namespace KoKo.Platform.Features.Tenants;

internal static class TenantsSetup
{
    public static WebApplicationBuilder AddTenants(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TenantDirectory>();
        return builder;
    }
}
