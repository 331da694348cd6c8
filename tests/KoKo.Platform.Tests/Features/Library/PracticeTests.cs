using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>The rule of four eyes, which HTTP shows only in part: it depends on a setting and on who is asking.</summary>
public sealed class PracticeTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.NewGuid();

    [Fact]
    public void Who_submitted_neither_reviews_nor_releases()
    {
        var author = Person(Author, fourEyes: true);
        var practice = Submitted(author);

        Assert.Equal(PracticeProblems.OwnSubmission, Refused(() => practice.Review(ReviewOutcome.Approved, null, author, Now)));
        practice.Review(ReviewOutcome.Approved, null, Person(Guid.NewGuid(), fourEyes: true), Now);
        Assert.Equal(PracticeProblems.OwnSubmission, Refused(() => practice.Release(author, Now)));
        Assert.Equal(PracticeState.Reviewed, practice.State);
    }

    [Fact]
    public void A_tenant_may_switch_the_rule_off()
    {
        var author = Person(Author, fourEyes: false);
        var practice = Submitted(author);

        practice.Review(ReviewOutcome.Approved, null, author, Now);
        practice.Release(author, Now);

        Assert.Equal(PracticeState.Released, practice.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_app_is_bound_by_the_rule_unless_it_was_admitted_without(bool mayReleaseOwn)
    {
        var app = TenantContext.OfApp(Tenant(fourEyes: true), new AppAdmission(Guid.NewGuid(), Guid.NewGuid(), "an-app", [], Now, mayReleaseOwn), "Eine Anwendung");
        var practice = Submitted(app);

        if (mayReleaseOwn)
        {
            practice.Review(ReviewOutcome.Approved, null, app, Now);
            Assert.Equal(PracticeState.Reviewed, practice.State);
            return;
        }

        Assert.Equal(PracticeProblems.OwnSubmission, Refused(() => practice.Review(ReviewOutcome.Approved, null, app, Now)));
    }

    [Fact]
    public void A_slug_comes_from_the_title_and_the_id_alone()
    {
        var practice = new Practice(PracticeCast.Complete with { Title = "Ärger über Straße & Fußweg – was nun?" }, "someone", Now, Guid.Parse("28b7e480-b70b-41e8-9bf1-77524fc79193"));

        Assert.Equal("aerger-ueber-strasse-fussweg-was-nun-28b7e4", practice.Slug);
    }

    private static Practice Submitted(TenantContext author)
    {
        var practice = new Practice(PracticeCast.Complete, author.Actor, Now);
        practice.Submit(author.Actor, Now);
        return practice;
    }

    private static TenantContext Person(Guid account, bool fourEyes) =>
        TenantContext.OfMember(Tenant(fourEyes), new Member(Guid.NewGuid(), account, "Jemand", "jemand@stadt.example", Roles.Administrator, Now));

    private static TenantInfo Tenant(bool fourEyes) => new(Guid.NewGuid(), "stadt", "Stadt", TenantKind.Municipality, TenantState.Active, fourEyes, []);

    private static Problem Refused(Action step) => Assert.Throws<ProblemException>(step).Problem;
}
