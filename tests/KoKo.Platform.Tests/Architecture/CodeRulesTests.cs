using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FastEndpoints;

namespace KoKo.Platform.Tests.Architecture;

public sealed partial class CodeRulesTests
{
    private const int TalkingLength = 200;

    // Longer than the house talks at, each with its reason.
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    private static readonly string[] ForbiddenSuffixes = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl", "Dto", "Info", "Data"];

    private static readonly Type[] Types =
    [
        .. typeof(Program).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("KoKo", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal)
            && !type.Namespace.Contains("Migrations", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Files_stay_below_the_length_at_which_the_house_talks() =>
        Assert.Equal(LongFiles.Keys.Order(StringComparer.Ordinal), Repository.Product.Concat(Repository.Tests).Where(file => file.Lines > TalkingLength).Select(file => file.Path));

    [Fact]
    public void Classes_are_sealed() =>
        Assert.Empty(Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false }
            && !type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent)) && type.Name is not ("Program" or "_Imports")
            && !Types.Any(derived => derived.BaseType == type)).Select(type => type.FullName));

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() =>
        Assert.Equal(["TenantInfo"], Types.Select(type => type.Name.Split('`')[0]).Where(name => ForbiddenSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))));

    [Fact]
    public void A_constructor_takes_at_most_five_dependencies() =>
        Assert.Empty(Types.Where(type => type is { IsClass: true } && Injected(type)).SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(constructor => constructor.GetParameters().Length > 5).Select(constructor => constructor.DeclaringType!.FullName));

    [Fact]
    public void Every_use_case_stands_in_a_file_of_its_name() =>
        Assert.Empty(UseCases.Where(type => Repository.Product.All(file => file.Name != type.Name)).Select(type => type.Name));

    [Fact]
    public void Every_use_case_is_named_in_a_test() =>
        Assert.Empty(UseCases.Where(type => !Repository.Tests.Any(file => Regex.IsMatch(file.Text, $@"\b{type.Name}\b"))).Select(type => type.Name));

    [Fact]
    public void There_is_one_word_for_a_tenant()
    {
        var synonyms = Repository.Product.Where(file => file.IsIn("Foundation/Tenancy") || file.IsIn("Features/Tenants"))
            .Where(file => Synonyms().IsMatch(file.Text));

        Assert.Empty(synonyms);
    }

    [Fact]
    public void There_is_no_unfinished_or_commented_out_code() =>
        Assert.Empty(Repository.Product.Concat(Repository.Tests).Where(file => !file.Path.EndsWith("CodeRulesTests.cs", StringComparison.Ordinal) && Unfinished().IsMatch(file.Text)));

    [Fact]
    public void A_switched_off_warning_says_why() =>
        Assert.Empty(Repository.Product.Concat(Repository.Tests).SelectMany(file => file.Text.Split('\n').Where(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal)).Select(line => $"{file}: {line}")));

    private static IEnumerable<Type> UseCases => Types.Where(type => type.IsAssignableTo(typeof(BaseEndpoint)));

    private static bool Injected(Type type) =>
        type.IsAssignableTo(typeof(BaseEndpoint)) || type.Namespace!.Contains(".Foundation.", StringComparison.Ordinal) && type.GetMethods().Any(method => method.Name == "InvokeAsync");

    [GeneratedRegex(@"\b(Organi[sz]ation|Customer|Mandant)(Id|Info|Context)?\b")]
    private static partial Regex Synonyms();

    [GeneratedRegex(@"\bTODO\b|NotImplementedException|\bFIXME\b|^\s*//\s*(var|await|return|if|foreach)\b.*;\s*$", RegexOptions.Multiline)]
    private static partial Regex Unfinished();
}
