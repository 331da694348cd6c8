using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Web;

/// <summary>The stylesheets the layout links: KERN where the build restored it, the fallback style where not.</summary>
internal sealed class Stylesheets(IWebHostEnvironment environment, IOptions<HubOptions> options)
{
    public IReadOnlyList<string> Hrefs => field ??= Choose(environment.WebRootFileProvider, options.Value.UseKern);

    private static List<string> Choose(IFileProvider files, bool useKern)
    {
        string[] kern = ["kern/fonts/fira-sans.css", "kern/kern.min.css"];
        var restored = useKern && Array.TrueForAll(kern, path => files.GetFileInfo(path).Exists);
        string[] chosen = restored ? [.. kern, "css/hub.css"] : ["css/fallback.css", "css/hub.css"];

        return [.. chosen.Select(path => Versioned(files.GetFileInfo(path), path))];
    }

    // the version follows from the content, so that every replica says the same and browsers may keep the file for good
    private static string Versioned(IFileInfo file, string path)
    {
        if (!file.Exists)
        {
            return path;
        }

        using var content = file.CreateReadStream();
        return $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
