using System.Reflection;
using Xunit.v3;

namespace KoKo.Platform.Tests.World;

/// <summary>Skips a test with the reason where there is no Meilisearch; where KOKO_TEST_REQUIRE lists it, the test fails.</summary>
/// <param name="toStopIt">Whether a server that is lent will not do.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresMeilisearchAttribute(bool toStopIt = false) : BeforeAfterTestAttribute
{
    /// <summary>Whether a server that is lent will not do.</summary>
    public bool ToStopIt { get; } = toStopIt;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        Required.Or("meilisearch", ToStopIt ? MeilisearchProcess.Missing : MeilisearchServer.Missing);
}
