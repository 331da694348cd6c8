namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>Holds the context of this request or job. Reading it unset throws; setting it twice throws.</summary>
internal sealed class TenantContextAccessor
{
    private TenantContext? context;

    public TenantContext Context => context ?? throw new TenantNotSetException();

    public bool IsSet => context is not null;

    public void Set(TenantContext value)
    {
        if (context is not null && !ReferenceEquals(context, value))
        {
            throw new TenantMismatchException("The context is set already; open a new scope for another principal.");
        }

        context = value;
    }

    public TenantInfo Require() => Context.Tenant ?? throw new TenantNotSetException();
}

/// <summary>A tenant's or person's row was asked for without a tenant or person.</summary>
internal sealed class TenantNotSetException() : InvalidOperationException("No tenant or person is set here.");

/// <summary>A row of one owner was written in the context of another.</summary>
internal sealed class TenantMismatchException(string message) : InvalidOperationException(message);
