using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Credentials of a person, nothing else: name and contact live on the member or on the mediator's profile.</summary>
internal sealed class Account : IdentityUser<Guid>, IGlobal
{
    public Account()
    {
    }

    public Account(string mail, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        UserName = mail;
        Email = mail;
    }
}
