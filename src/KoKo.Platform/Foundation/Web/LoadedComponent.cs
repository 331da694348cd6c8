using Microsoft.AspNetCore.Components;

namespace KoKo.Platform.Foundation.Web;

/// <summary>
/// A component that is first rendered when its data is there. Blazor renders once before, to show that it waits; a page
/// without script is sent once, and has nothing to show until then.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private bool loaded;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            loaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the component shows; its parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
