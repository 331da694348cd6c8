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
        if (IsPageForm(context))
        {
            if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                throw new ProblemException(Problems.MalformedRequest);
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var tenant = context.RequestServices.GetRequiredService<TenantContextAccessor>().Context.Tenant?.Id.ToString() ?? "";
            if (form[HubForm.TenantField] != tenant)
            {
                throw new ProblemException(Problems.TenantChanged);
            }
        }

        await next(context);
    }

    private static bool IsPageForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
