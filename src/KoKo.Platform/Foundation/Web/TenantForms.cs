using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Web.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace KoKo.Platform.Foundation.Web;

/// <summary>
/// Refuses a form that was rendered for another tenant than the session's: whoever switched the tenant in a second tab
/// would otherwise write what she sees in one tenant into another.
/// </summary>
internal static class TenantForms
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsPage(context))
        {
            // before anything reads the form, which a request without a valid token may not do
            if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                throw new ProblemException(Problems.MalformedRequest);
            }

            await DemandTenantAsync(context);
        }

        await next(context);
    }

    private static async Task DemandTenantAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var tenant = context.RequestServices.GetRequiredService<TenantContextAccessor>().Context.Tenant?.Id.ToString() ?? "";
        if (form[HubForm.TenantField] != tenant)
        {
            throw new ProblemException(Problems.TenantChanged);
        }
    }

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
