using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants;

internal static class TenantKindNames
{
    extension(TenantKind kind)
    {
        /// <summary>As screens say it.</summary>
        public string German => kind switch
        {
            TenantKind.Municipality => "Stadt oder Gemeinde",
            TenantKind.Association => "Gemeindeverband",
            TenantKind.District => "Kreis",
            TenantKind.Land => "Land",
            TenantKind.Office => "Geschäftsstelle",
            _ => "Ausbildungsträger",
        };
    }
}
