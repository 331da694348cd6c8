using KoKo.Platform.Features.Tenants;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class TenantSlugTests
{
    [Theory]
    [InlineData("Düren, Stadt", "dueren")]
    [InlineData("Kreis Soest", "kreis-soest")]
    [InlineData("Weißenfels", "weissenfels")]
    [InlineData("Halle (Saale)", "halle-saale")]
    [InlineData("Łužica / Lausitz", "uzica-lausitz")]
    [InlineData("  Rhein–Sieg – Kreis  ", "rhein-sieg-kreis")]
    [InlineData("東京", "")]
    public void A_name_is_folded_into_its_slug(string name, string slug) => Assert.Equal(slug, TenantSlug.Of(name));
}
