using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Commands;

internal static class SettingsCheck
{
    /// <summary>Says what is wrong with the settings in sentences, before anything is opened or written.</summary>
    /// <returns>False where something is wrong.</returns>
    public static bool SettingsAreRight(this WebApplication app, TextWriter output)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            return true;
        }
        catch (OptionsValidationException wrong)
        {
            Tell(output, wrong.Failures);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            Tell(output, several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures));
        }

        return false;
    }

    private static void Tell(TextWriter output, IEnumerable<string> failures)
    {
        output.WriteLine("The platform does not start:");
        foreach (var failure in failures)
        {
            output.WriteLine($"  {failure}");
        }
    }
}
