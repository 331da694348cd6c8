using System.Reflection;
using KoKo.Platform.Tests.World;
using Xunit.v3;

[assembly: RequiresPostgres]

namespace KoKo.Platform.Tests.World;

/// <summary>Skips a test with the reason where there is no PostgreSQL; where KOKO_TEST_REQUIRE lists it, the test fails.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RequiresPostgresAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Required.Or("postgres", PostgresServer.Missing);
}
