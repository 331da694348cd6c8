using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Knows_the_words_of_the_network_and_is_filled_anew_for_them()
    {
        var folder = Directory.CreateTempSubdirectory("koko-words-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "synonyms.txt"), "# our own\nZwackelmarkt Wochenmarkt\n", Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "whole-words.txt"), "Quibbelgarten\n", Stop);
        var own = new GermanWords(folder.FullName);
        folder.Delete(recursive: true);
        SearchDocument[] documents = [Case("Der Wochenmarkt zieht um"), Case("Streit im Quibbelgarten")];
        await AddAsync(documents);
        Assert.Empty(await TitlesAsync("Zwackelmarkt"));
        Assert.Equal(["Streit im Quibbelgarten"], await TitlesAsync("Garten"));

        Words = own;
        Index = await OpenAsync();
        Assert.Equal(0, await Index.GetPositionAsync(Stop));
        await AddAsync(documents);

        Assert.Equal(["Der Wochenmarkt zieht um"], await TitlesAsync("Zwackelmarkt"));
        Assert.Empty(await TitlesAsync("Garten"));
    }
}
